//! The database schema: its migrations, embedded in the binary, and what runs them.

#![warn(missing_docs)]

use std::fmt;

mod backup_role;
mod log_epoch;
mod m20261126_000001_schema;
mod m20261127_000001_second_factors;
mod m20261127_000002_mail;
mod m20261127_000004_failed_attempts;
mod m20261127_000005_consents;
mod m20261127_000006_integrations;
mod m20261127_000007_disabled_accounts;
mod m20261128_000001_passkeys;
mod m20261128_000002_identity_providers;
mod m20261128_000003_provisioned_members;
mod m20261128_000004_log_in_codes;
mod m20261128_000005_account_secrets;
mod m20261129_000001_access_log;
mod m20261130_000001_client_authentication;
mod m20261130_000002_checked_domains;
mod m20261130_000003_access_log_seals;
mod m20261201_000001_client_rights;
mod m20261202_000002_retention;
mod m20261203_000001_access_requests;
mod m20261203_000002_invitation_language;
mod m20261204_000001_organisation_phone;
mod roles;
mod row_level_security;
mod runner;
mod sql;
#[cfg(test)]
mod tests;

pub use roles::UnfitRole;

/// The database that statements are written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Backend {
    Postgres,
    Sqlite,
}

/// A step of the schema.
#[derive(Clone, Copy)]
struct Migration {
    /// The name of its module, which is its version in the history.
    name: &'static str,
    /// What a release does on a database that has it, and does not know it.
    older_releases: OlderReleases,
    /// Its statements, in order.
    up: fn(Backend) -> Vec<String>,
}

/// What older releases do on a database that a newer one has migrated (docs/upgrade.md).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum OlderReleases {
    /// They serve: the migration only adds what they need not know.
    Serve,
    /// They do not start.
    Refuse,
}

macro_rules! migrations {
    ($($module:ident: $older:ident),+ $(,)?) => {
        &[$(Migration { name: stringify!($module), older_releases: OlderReleases::$older, up: $module::up }),+]
    };
}

/// All migrations, in order. A released migration never changes: expand in one release (`Serve`), contract in a later one
/// (`Refuse`).
const MIGRATIONS: &[Migration] = migrations![
    m20261126_000001_schema: Refuse,
    m20261127_000001_second_factors: Refuse,
    m20261127_000002_mail: Refuse,
    m20261127_000004_failed_attempts: Refuse,
    m20261127_000005_consents: Refuse,
    m20261127_000006_integrations: Refuse,
    m20261127_000007_disabled_accounts: Refuse,
    m20261128_000001_passkeys: Refuse,
    m20261128_000002_identity_providers: Refuse,
    m20261128_000003_provisioned_members: Refuse,
    m20261128_000004_log_in_codes: Refuse,
    m20261128_000005_account_secrets: Refuse,
    m20261129_000001_access_log: Refuse,
    m20261130_000001_client_authentication: Refuse,
    m20261130_000002_checked_domains: Refuse,
    m20261130_000003_access_log_seals: Refuse,
    m20261201_000001_client_rights: Refuse,
    m20261202_000002_retention: Refuse,
    m20261203_000001_access_requests: Serve,
    m20261203_000002_invitation_language: Serve,
    m20261204_000001_organisation_phone: Serve,
];

/// An open connection of a role that may change the schema.
///
/// On PostgreSQL the caller polls the connection of the client.
#[derive(Debug)]
pub enum Connection {
    /// To PostgreSQL.
    Postgres(tokio_postgres::Client),
    /// To a SQLite file.
    Sqlite(rusqlite::Connection),
}

/// Why the database is not up to date.
#[derive(Debug)]
pub enum MigrateError {
    /// The database refused a statement, or the connection failed.
    Database(Box<dyn std::error::Error + Send + Sync>),
    /// A role of PostgreSQL cannot be used.
    Role(UnfitRole),
    /// A newer release has applied this migration, with which this release must not serve.
    Newer(String),
}

impl fmt::Display for MigrateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Database(error) => error.fmt(f),
            Self::Role(unfit) => unfit.fmt(f),
            Self::Newer(name) => write!(
                f,
                "a newer release of Omringd has migrated this database ({name}); start that release, or restore the \
                 backup made before it"
            ),
        }
    }
}

impl std::error::Error for MigrateError {}

impl From<rusqlite::Error> for MigrateError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Database(error.into())
    }
}

impl From<tokio_postgres::Error> for MigrateError {
    /// Takes the server's own message: the error's `Display` says only "db error".
    fn from(error: tokio_postgres::Error) -> Self {
        let cause = std::error::Error::source(&error).map(|cause| format!("{error}: {cause}"));
        let message = error.as_db_error().map(|refusal| refusal.message().to_owned());
        Self::Database(message.or(cause).map_or_else(|| error.into(), Into::into))
    }
}

/// Applies the pending migrations and returns their number.
///
/// On PostgreSQL one process at a time does so, and the privileges of both roles are set even if nothing is pending:
/// `runtime_role` is the role that the service connects as. SQLite has no roles and ignores it.
///
/// # Errors
/// [`MigrateError`]. A migration that fails changes nothing; those applied before it stay.
pub async fn run(connection: Connection, runtime_role: Option<&str>) -> Result<usize, MigrateError> {
    match connection {
        Connection::Postgres(mut client) => {
            let applied = runner::run_postgres(&mut client, runtime_role, MIGRATIONS).await?;
            log_epoch::renew(&mut client).await?;
            Ok(applied)
        }
        Connection::Sqlite(connection) => blocking(move || runner::run_sqlite(connection, MIGRATIONS)).await,
    }
}

/// Gives the role that makes backups the right to read every table, and no other right. On a connection of the owner.
///
/// # Errors
/// [`MigrateError::Role`] if the role does not exist, has other rights, or row-level security applies to it.
pub async fn grant_backup(connection: Connection, role: &str) -> Result<(), MigrateError> {
    match connection {
        Connection::Postgres(mut client) => match backup_role::grant(&mut client, role).await? {
            Some(unfit) => Err(MigrateError::Role(unfit)),
            None => Ok(()),
        },
        Connection::Sqlite(_) => Ok(()),
    }
}

/// Makes sure that this release knows these migrations of a backup.
///
/// # Errors
/// [`MigrateError::Newer`].
pub fn check_known(applied: &[String]) -> Result<(), MigrateError> {
    match applied.iter().find(|version| MIGRATIONS.iter().all(|known| known.name != version.as_str())) {
        Some(newer) => Err(MigrateError::Newer(newer.clone())),
        None => Ok(()),
    }
}

/// The number of pending migrations: none on a database that a newer release has migrated and that this one may serve.
/// Changes nothing, and needs no privilege to change the schema.
///
/// # Errors
/// [`MigrateError::Database`], [`MigrateError::Newer`].
pub async fn pending(connection: Connection) -> Result<usize, MigrateError> {
    let history = match connection {
        Connection::Postgres(client) => runner::of_postgres(&client, MIGRATIONS).await?,
        Connection::Sqlite(connection) => blocking(move || runner::of_sqlite(&connection, MIGRATIONS)).await?,
    };
    Ok(history.pending.len())
}

/// Whether no migration was ever applied to a database.
///
/// # Errors
/// As [`pending`].
pub async fn is_new(connection: Connection) -> Result<bool, MigrateError> {
    Ok(pending(connection).await? == MIGRATIONS.len())
}

/// Runs blocking work on a thread of its own.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, MigrateError> + Send + 'static,
) -> Result<T, MigrateError> {
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|failure| Err(MigrateError::Database(failure.into())))
}
