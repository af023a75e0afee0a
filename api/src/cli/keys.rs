//! `omringd keys`: replaces keys while the service runs.

use crate::auth::KeyDirectory;
use crate::config::Config;
use crate::server::{self, StartError};
use clap::Subcommand;
use domain::{OrganisationId, Ports, key_rotation};
use uuid::Uuid;

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Makes the next key the signing key of access tokens, keeps the current one for verification, and creates a new next key.
    Rotate,
    /// Gives organisations a new key. The running service encrypts the keys of their clients under it, and destroys the old ones an
    /// hour later: clients erased before are then unreadable in every older copy of the database. It does so by itself in the night
    /// after an erasure.
    RotateOrganisations {
        /// Id of one organisation; without it, all of them.
        #[arg(long)]
        organisation: Option<Uuid>,
    },
    /// Gives organisations a new index key, with which identifiers of clients and invited addresses are hashed. The running service
    /// hashes them with it too, and destroys the old one an hour later. After a leak, and after a restore of an older database.
    RotateIndexes {
        /// Id of one organisation; without it, all of them.
        #[arg(long)]
        organisation: Option<Uuid>,
    },
    /// Gives a client's key a new generation, after a leak. An hour later the running service encrypts with it, and encrypts anew what
    /// was written about the client; cards never change, and stay under the generation that they were made with.
    RenewClient {
        /// Id of the organisation.
        #[arg(long)]
        organisation: Uuid,
        /// Id of the client.
        #[arg(long)]
        client: Uuid,
    },
    /// Gives the access log a new key that signs its heads. The old one signs the new one and the last head, so that `omringd log verify`
    /// knows both; the running service signs with the new one from the next head on.
    RotateLog,
    /// Encrypts the keys of organisations anew. If the key for that is in its file, a new one is made; if it is in a setting or comes
    /// from a command, put the new key before the old one, restart every process, run this, and remove the old one.
    Reencrypt,
    /// Copies the keys of organisations to OMRINGD_KEY_STORE_COPY, when that is new or was away. The service does the rest.
    Copy,
}

#[expect(clippy::print_stdout, reason = "the answer of a command")]
pub(super) async fn run(config: &Config, command: Command) -> Result<(), StartError> {
    let answer = match command {
        Command::Rotate => {
            KeyDirectory::new(config.key_directory()?).rotate()?;
            "the next key is now the signing key; running processes load it within a minute".to_owned()
        }
        Command::RotateOrganisations { organisation } => {
            let only = organisation.map(Into::into);
            rotated(with_ports(config, async |ports| key_rotation::rotate_now(ports, only).await).await?, only)?
        }
        Command::RotateIndexes { organisation } => {
            let only = organisation.map(Into::into);
            rotated(with_ports(config, async |ports| key_rotation::rotate_indexes_now(ports, only).await).await?, only)?
        }
        Command::RenewClient { organisation, client } => {
            let (organisation, client) = (organisation.into(), client.into());
            let renew = async |ports: &Ports| key_rotation::renew_client(ports, organisation, client).await;
            if !with_ports(config, renew).await? {
                return Err("--client: this organisation has no such client".into());
            }
            "in an hour the running service encrypts with the new key what is written about the client, and what was"
                .to_owned()
        }
        Command::RotateLog => {
            let change = super::log::replace_key(config).await?;
            format!("{change}\nthe new key signs after head {}; keep this line with the anchors", change.after)
        }
        Command::Reencrypt => {
            let organisations = server::organisation_keys(config)?.reencrypt()?;
            format!("organisations: {organisations}; the keys are encrypted with the new key only")
        }
        Command::Copy => {
            let organisations = server::organisation_keys(config)?.copy()?;
            format!("organisations: {organisations}; the second place has the same keys as the first")
        }
    };
    println!("{answer}");
    Ok(())
}

/// Does this with the database of the service.
async fn with_ports<T>(config: &Config, task: impl AsyncFnOnce(&Ports) -> domain::Result<T>) -> Result<T, StartError> {
    server::migrate(config).await?;
    let (ports, database) = server::connect(config).await?;
    let done = task(&ports).await;
    database.close().await;
    Ok(done?)
}

fn rotated(organisations: usize, only: Option<OrganisationId>) -> Result<String, StartError> {
    if organisations == 0 && only.is_some() {
        return Err("--organisation: there is no such organisation".into());
    }
    Ok(format!(
        "organisations: {organisations}; the running service replaces the keys within a minute, and destroys the old ones an hour later"
    ))
}
