//! The schema and its history, embedded in the binary.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseBackend, DatabaseConnection};

mod m20261124_000001_schema;
mod m20261124_000002_cards;
mod m20261124_000003_caseload;
mod m20261124_000004_assignment_history;
mod m20261124_000005_own_memberships;
mod m20261124_000006_touching;
mod m20261125_000020_preferred_name;
mod m20261125_000021_assigned_by;
mod m20261125_000022_client_log_ins;
mod m20261125_000023_confirmed_accounts;
mod m20261125_000050_time_zone;
mod rls;
mod sql;

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
            Box::new(m20261125_000020_preferred_name::Migration),
            Box::new(m20261125_000021_assigned_by::Migration),
            Box::new(m20261125_000022_client_log_ins::Migration),
            Box::new(m20261125_000023_confirmed_accounts::Migration),
            Box::new(m20261125_000050_time_zone::Migration),
        ]
    }
}

/// Any number that only Omringd uses: several processes may start at once, and the migrator itself takes no lock.
const ADVISORY_LOCK: i64 = 0x004f_4d52_494e_4744;

/// Brings the database up to date, one process at a time, and lets the runtime role use what is there.
///
/// `url` is the owner's on PostgreSQL. The runtime role is the one the service connects as; SQLite has none.
///
/// # Errors
/// If the database cannot be reached or a statement fails; nothing of that migration has happened then.
pub async fn run(url: &str, runtime_role: Option<&str>) -> Result<(), DbErr> {
    let connection = connect(url).await?;
    let postgres = connection.get_database_backend() == DatabaseBackend::Postgres;
    if postgres {
        // The lock belongs to the connection, the only one of its pool, and ends with it.
        connection.execute_unprepared(&format!("select pg_advisory_lock({ADVISORY_LOCK})")).await?;
    }
    Migrator::up(&connection, None).await?;
    if let Some(role) = runtime_role.filter(|_| postgres) {
        rls::grant_runtime(&connection, role).await?;
    }
    connection.close().await
}

/// How many migrations the database lacks. Needs no right to change the schema.
///
/// # Errors
/// If the database cannot be reached.
pub async fn pending(url: &str) -> Result<usize, DbErr> {
    let connection = connect(url).await?;
    let pending = Migrator::get_pending_migrations_read_only(&connection).await?.len();
    connection.close().await?;
    Ok(pending)
}

async fn connect(url: &str) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    Database::connect(options).await
}
