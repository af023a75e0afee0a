//! The schema and its history, embedded in the binary.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseBackend, DatabaseConnection, Statement,
};
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
mod rls;
mod roles;
mod sql;

pub use roles::UnfitRole;

/// Every migration, in order. A released migration never changes: expand first, contract in a later release.
#[derive(Debug)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261124_000001_schema::Migration),
            Box::new(m20261124_000002_cards::Migration),
            Box::new(m20261124_000003_caseload::Migration),
            Box::new(m20261124_000004_assignment_history::Migration),
            Box::new(m20261124_000005_own_memberships::Migration),
            Box::new(m20261124_000006_touching::Migration),
            Box::new(m20261125_000010_client_usage::Migration),
            Box::new(m20261125_000020_preferred_name::Migration),
            Box::new(m20261125_000021_assigned_by::Migration),
            Box::new(m20261125_000022_client_log_ins::Migration),
            Box::new(m20261125_000023_confirmed_accounts::Migration),
            Box::new(m20261125_000030_write_probe::Migration),
            Box::new(m20261125_000050_time_zone::Migration),
        ]
    }
}

/// Any number that only Omringd uses: several processes may start at once, and the migrator itself takes no lock.
const ADVISORY_LOCK: i64 = 0x004f_4d52_494e_4744;

/// Why the database is not up to date.
#[derive(Debug)]
pub enum MigrateError {
    /// The database refused, or is not there.
    Database(DbErr),
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

impl From<DbErr> for MigrateError {
    fn from(error: DbErr) -> Self {
        Self::Database(error)
    }
}

/// Brings the database up to date, one process at a time, and sets the rights of both roles, also where nothing is
/// pending. Gives back how many migrations there were to make.
///
/// `url` is the owner's on PostgreSQL. The runtime role is the one the service connects as; SQLite has none.
///
/// # Errors
/// If the database cannot be reached, a role is not fit, or a statement fails; nothing of that migration has happened then.
pub async fn run(url: &str, runtime_role: Option<&str>) -> Result<usize, MigrateError> {
    let connection = connect(url).await?;
    let postgres = connection.get_database_backend() == DatabaseBackend::Postgres;
    let runtime = runtime_role.filter(|_| postgres);
    if postgres {
        // The lock belongs to the connection, the only one of its pool, and ends with it.
        connection.execute_unprepared(&format!("select pg_advisory_lock({ADVISORY_LOCK})")).await?;
    }
    if let Some(role) = runtime
        && let Some(unfit) = roles::check(&connection, role).await?
    {
        return Err(MigrateError::Role(unfit));
    }
    let pending = count(&connection).await?;
    if let Some(role) = runtime.filter(|_| pending < Migrator::migrations().len()) {
        // First, for an owner without rights on the history could not write in it.
        roles::set_rights(&connection, role).await?;
    }
    Migrator::up(&connection, None).await?;
    if let Some(role) = runtime.filter(|_| pending > 0) {
        roles::set_rights(&connection, role).await?;
    }
    connection.close().await?;
    Ok(pending)
}

/// How many migrations the database lacks. Needs no right to change the schema.
///
/// # Errors
/// If the database cannot be reached.
pub async fn pending(url: &str) -> Result<usize, MigrateError> {
    let connection = connect(url).await?;
    let pending = count(&connection).await?;
    connection.close().await?;
    Ok(pending)
}

/// How many are pending, where none is there that this release does not know.
async fn count(connection: &DatabaseConnection) -> Result<usize, MigrateError> {
    let known: Vec<_> = Migrator::migrations().iter().map(|migration| migration.name().to_owned()).collect();
    if SchemaManager::new(connection).has_table("seaql_migrations").await? {
        let sql = "select version from seaql_migrations order by version desc";
        let statement = Statement::from_string(connection.get_database_backend(), sql);
        for row in connection.query_all_raw(statement).await? {
            let version: String = row.try_get("", "version")?;
            if !known.contains(&version) {
                return Err(MigrateError::Newer(version));
            }
        }
    }
    Ok(Migrator::get_pending_migrations_read_only(connection).await?.len())
}

async fn connect(url: &str) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    Database::connect(options).await
}
