//! `omringd import`: imports tables onto maps, with a mapping. See `docs/import/README.md`.
//!
//! The import calls the use cases as users who log in for it, so the authorization is the same as over
//! HTTP.

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

/// Arguments of the import: the tables and the users that import them.
#[derive(Debug, Args)]
pub struct Import {
    /// Mapping file that describes the columns and values of the tables. See docs/import/README.md.
    #[arg(long)]
    pub mapping: PathBuf,
    /// Directory of the tables that the mapping names.
    #[arg(long)]
    pub directory: PathBuf,
    /// Email address of the clients' coach. The password is read from OMRINGD_PASSWORD or a line on standard input; a code
    /// of a second factor, if the coach has one, from OMRINGD_CODE or the next line.
    #[arg(long)]
    pub email: String,
    /// Email address of an admin, to create missing clients and support types and to assign the coach. The password
    /// is read from OMRINGD_ADMIN_PASSWORD or the next line.
    #[arg(long)]
    pub admin_email: Option<String>,
    /// Id of the organisation, for users who are members of several.
    #[arg(long)]
    pub organisation: Option<Uuid>,
}

/// The tables, read with their mapping.
#[derive(Debug)]
pub struct Tables {
    mapping: Mapping,
    clients: Vec<MappedClient>,
}

/// The users that log in, with their passwords.
pub struct Who {
    /// The coach.
    pub coach: (String, String),
    /// The admin, if any.
    pub admin: Option<(String, String)>,
    /// The organisation, if given.
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
    ports.audit_log.flush().await?;
    database.close().await;
    println!("{}", counts?);
    Ok(())
}

/// Reads and validates the mapping and its tables, before anything is imported.
///
/// # Errors
/// All errors in the tables, one per line with file, row and column.
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
        format!("nothing was imported\n{}", lines.join("\n"))
    })?;
    Ok(Tables { mapping: parsed, clients })
}

/// Maximum size of a table in bytes.
const MAX_TABLE: u64 = 64 * 1024 * 1024;

/// Reads the text of a table.
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
        format!("nothing was imported\n{file}, row {}: {wrong}; {remedy}", wrong.line).into()
    })
}

/// Logs in, imports what is missing, and logs out.
///
/// # Errors
/// A refused log-in; missing clients or support types that the given users may not create.
pub async fn import(ports: &Ports, who: &Who, tables: &Tables) -> Result<Counts, StartError> {
    let coach = log_in(ports, ("--email", Role::Coach), &who.coach, who.organisation).await?;
    let counts = beside_admin(ports, who, &coach, tables).await;
    let ended = sessions::end_current(ports, &coach.caller).await;
    ended_well(counts, ended)
}

async fn beside_admin(ports: &Ports, who: &Who, coach: &LoggedIn, tables: &Tables) -> Result<Counts, StartError> {
    let Some(credentials) = &who.admin else { return bring(ports, coach, None, tables).await };
    // The coach's organisation, so that no client is created in another one.
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

/// Returns the first error.
fn ended_well(counts: Result<Counts, StartError>, ended: Result<(), Error>) -> Result<Counts, StartError> {
    let counts = counts?;
    ended?;
    Ok(counts)
}
