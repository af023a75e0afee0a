//! The schema and its history, embedded in the binary.

use std::fmt;

mod m20261124_000001_schema;
mod m20261124_000002_cards;
mod m20261124_000003_caseload;
mod m20261124_000004_assignment_history;
mod m20261124_000005_own_memberships;
mod m20261124_000006_touching;
mod m20261125_000010_client_usage;
mod m20261125_000020_preferred_name;
mod m20261125_000021_assigned_by;
mod m20261125_000022_client_log_ins;
mod m20261125_000023_confirmed_accounts;
mod m20261125_000030_write_probe;
mod m20261125_000050_time_zone;
mod m20261126_000010_events_and_jobs;
mod m20261126_000020_updated_by;
mod m20261126_000030_coach_assignments;
mod m20261126_000040_map_changes;
mod m20261126_000050_past_persons;
mod m20261126_000060_angles;
mod m20261126_000070_merged_persons;
mod m20261126_000080_event_requests;
mod rls;
mod roles;
mod runner;
mod sql;
#[cfg(test)]
mod tests;

pub use roles::UnfitRole;

/// The kind of database that statements are written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Backend {
    Postgres,
    Sqlite,
}

/// One step of the schema.
#[derive(Clone, Copy)]
struct Migration {
    /// The name of its module, and its version in the history.
    name: &'static str,
    /// The statements that make it, in order.
    up: fn(Backend) -> Vec<String>,
}

macro_rules! migrations {
    ($($module:ident),+ $(,)?) => { &[$(Migration { name: stringify!($module), up: $module::up }),+] };
}

/// Every migration, in order. A released migration never changes: expand first, contract in a later release.
const MIGRATIONS: &[Migration] = migrations![
    m20261124_000001_schema,
    m20261124_000002_cards,
    m20261124_000003_caseload,
    m20261124_000004_assignment_history,
    m20261124_000005_own_memberships,
    m20261124_000006_touching,
    m20261125_000010_client_usage,
    m20261125_000020_preferred_name,
    m20261125_000021_assigned_by,
    m20261125_000022_client_log_ins,
    m20261125_000023_confirmed_accounts,
    m20261125_000030_write_probe,
    m20261125_000050_time_zone,
    m20261126_000010_events_and_jobs,
    m20261126_000020_updated_by,
    m20261126_000030_coach_assignments,
    m20261126_000040_map_changes,
    m20261126_000050_past_persons,
    m20261126_000060_angles,
    m20261126_000070_merged_persons,
    m20261126_000080_event_requests,
];

/// An open connection, of a role that may change the schema.
///
/// On PostgreSQL the caller polls the connection that belongs to the client.
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
    /// A role is not fit for what it is to do.
    Role(UnfitRole),
    /// A newer release has been here, with this migration.
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
    /// With the server's own message: the error's Display says only "db error".
    fn from(error: tokio_postgres::Error) -> Self {
        let cause = std::error::Error::source(&error).map(|cause| format!("{error}: {cause}"));
        let message = error.as_db_error().map(|refusal| refusal.message().to_owned());
        Self::Database(message.or(cause).map_or_else(|| error.into(), Into::into))
    }
}

/// Brings the database up to date and returns how many migrations were pending.
///
/// On PostgreSQL one process at a time does so. The role the service connects as is `runtime_role`; the rights of both
/// roles are set even if nothing is pending. SQLite has no roles and ignores it.
///
/// # Errors
/// If a role is not fit, a newer release has migrated the database, or a statement fails. The migration that failed has
/// changed nothing; those before it stay.
pub async fn run(connection: Connection, runtime_role: Option<&str>) -> Result<usize, MigrateError> {
    match connection {
        Connection::Postgres(mut client) => runner::run_postgres(&mut client, runtime_role, MIGRATIONS).await,
        Connection::Sqlite(connection) => blocking(move || runner::run_sqlite(connection, MIGRATIONS)).await,
    }
}

/// How many migrations the database lacks. Needs no right to change the schema, and changes nothing.
///
/// # Errors
/// If a query fails, or a newer release has migrated the database.
pub async fn pending(connection: Connection) -> Result<usize, MigrateError> {
    let pending = match connection {
        Connection::Postgres(client) => runner::pending_postgres(&client, MIGRATIONS).await?,
        Connection::Sqlite(connection) => blocking(move || runner::pending_sqlite(&connection, MIGRATIONS)).await?,
    };
    Ok(pending.len())
}

/// Runs work that blocks on a thread of its own.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, MigrateError> + Send + 'static,
) -> Result<T, MigrateError> {
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|failure| Err(MigrateError::Database(failure.into())))
}
