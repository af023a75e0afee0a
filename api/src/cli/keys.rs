//! `omringd keys`: replaces keys while the service runs.

use crate::auth::KeyDirectory;
use crate::config::Config;
use crate::server::{self, StartError};
use clap::Subcommand;
use domain::key_rotation;
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
            server::migrate(config).await?;
            let (ports, database) = server::connect(config).await?;
            let organisations = key_rotation::rotate_now(&ports, organisation.map(Into::into)).await;
            database.close().await;
            let organisations = organisations?;
            if organisations == 0 && organisation.is_some() {
                return Err("--organisation: there is no such organisation".into());
            }
            format!(
                "organisations: {organisations}; the running service replaces the keys within a minute, and destroys the old ones an hour later"
            )
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
