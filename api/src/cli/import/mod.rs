//! `omringd import`: tables from elsewhere onto maps, with a mapping. See `docs/import/README.md`.
//!
//! Everything goes through the use cases, by people who log in for it: what they may not do over HTTP they may not do
//! here.

mod importer;
mod log_in;

use super::password::password;
use crate::config::Config;
use crate::server::{self, StartError};
use clap::Args;
use domain::access::Role;
use domain::{Error, Ports, sessions};
use exchange::{MappedClient, Mapping, decode};
use importer::Bringing;
pub use importer::Counts;
use log_in::{LoggedIn, log_in};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// What to bring in, and who does.
#[derive(Debug, Args)]
pub struct Import {
    /// The file that says what the columns and values of the tables mean. See docs/import/README.md.
    #[arg(long)]
    pub mapping: PathBuf,
    /// Where the tables are that the mapping names.
    #[arg(long)]
    pub directory: PathBuf,
    /// The coach whose clients they are. The password comes from OMRINGD_PASSWORD, or as a line on standard input.
    #[arg(long)]
    pub email: String,
    /// An admin, to create the clients and support types that are not there yet and to assign the coach. The password
    /// comes from OMRINGD_ADMIN_PASSWORD, or as the next line.
    #[arg(long)]
    pub admin_email: Option<String>,
    /// The id of the organisation, for who is a member of several.
    #[arg(long)]
    pub organisation: Option<Uuid>,
}

/// The tables, read with their mapping.
#[derive(Debug)]
pub struct Tables {
    mapping: Mapping,
    clients: Vec<MappedClient>,
}

/// Who logs in, with their password.
pub struct Who {
    /// The coach.
    pub coach: (String, String),
    /// The admin, if any.
    pub admin: Option<(String, String)>,
    /// The organisation, if it was named.
    pub organisation: Option<Uuid>,
}

impl std::fmt::Debug for Who {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Who")
    }
}

#[expect(clippy::print_stdout, reason = "the answer of a command")]
pub(super) async fn run(config: &Config, order: Import) -> Result<(), StartError> {
    let tables = read(&order.mapping, &order.directory)?;
    let coach = (order.email, password("OMRINGD_PASSWORD")?);
    let admin = order.admin_email.map(|email| Ok::<_, StartError>((email, password("OMRINGD_ADMIN_PASSWORD")?)));
    let who = Who { coach, admin: admin.transpose()?, organisation: order.organisation };
    server::migrate(config).await?;
    let (ports, database) = server::connect(config).await?;
    let counts = import(&ports, &who, &tables).await;
    database.close().await;
    println!("{}", counts?);
    Ok(())
}

/// Reads the mapping and its tables: what is wrong with any of them is told before anything is brought in.
///
/// # Errors
/// Everything wrong in the tables, a line for each with file, row and column.
pub fn read(mapping: &Path, directory: &Path) -> Result<Tables, StartError> {
    let named = |path: &Path, error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let toml = std::fs::read_to_string(mapping).map_err(|error| named(mapping, &error))?;
    let parsed = Mapping::parse(&toml).map_err(|error| named(mapping, &error))?;
    let mut texts = HashMap::new();
    for file in parsed.files() {
        let path = directory.join(file);
        texts.insert(file.to_owned(), table(&path, file, &parsed)?);
    }
    let clients = parsed.read(&texts).map_err(|faults| {
        let lines: Vec<_> = faults.iter().map(ToString::to_string).collect();
        format!("nothing was brought in\n{}", lines.join("\n"))
    })?;
    Ok(Tables { mapping: parsed, clients })
}

/// The most bytes of a table.
const MAX_TABLE: u64 = 64 * 1024 * 1024;

/// The text of a table.
fn table(path: &Path, file: &str, mapping: &Mapping) -> Result<String, StartError> {
    let named = |error: std::io::Error| format!("{}: {error}", path.display());
    if std::fs::metadata(path).map_err(named)?.len() > MAX_TABLE {
        return Err(
            format!("{}: larger than {} MiB; split it, and list the parts", path.display(), MAX_TABLE >> 20).into()
        );
    }
    let bytes = std::fs::read(path).map_err(named)?;
    decode(&bytes, mapping.encoding()).map_err(|wrong| {
        let remedy =
            "save it as CSV UTF-8, or name its encoding at the top of the mapping: encoding = \"windows-1252\"";
        format!("nothing was brought in\n{file}, row {}: {wrong}; {remedy}", wrong.line).into()
    })
}

/// Logs in, brings everything in that is not there yet, and logs out.
///
/// # Errors
/// Refused log-in; clients or support types that are not there and that nobody present may create.
pub async fn import(ports: &Ports, who: &Who, tables: &Tables) -> Result<Counts, StartError> {
    let coach = log_in(ports, ("--email", Role::Coach), &who.coach, who.organisation).await?;
    let counts = beside_admin(ports, who, &coach, tables).await;
    let ended = sessions::end_current(ports, &coach.caller).await;
    ended_well(counts, ended)
}

async fn beside_admin(ports: &Ports, who: &Who, coach: &LoggedIn, tables: &Tables) -> Result<Counts, StartError> {
    let Some(credentials) = &who.admin else { return bring(ports, coach, None, tables).await };
    // In the coach's organisation, so that no client comes to be in another.
    let admin = log_in(ports, ("--admin-email", Role::Admin), credentials, Some(coach.organisation.0)).await?;
    let counts = bring(ports, coach, Some(&admin), tables).await;
    let ended = sessions::end_current(ports, &admin.caller).await;
    ended_well(counts, ended)
}

async fn bring(
    ports: &Ports,
    coach: &LoggedIn,
    admin: Option<&LoggedIn>,
    Tables { mapping, clients }: &Tables,
) -> Result<Counts, StartError> {
    let admin = admin.map(|admin| &admin.caller);
    Bringing { ports, mapping, coach: &coach.caller, admin }.all(clients).await
}

/// What went wrong first is what is told.
fn ended_well(counts: Result<Counts, StartError>, ended: Result<(), Error>) -> Result<Counts, StartError> {
    let counts = counts?;
    ended?;
    Ok(counts)
}
