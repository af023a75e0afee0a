//! Applies pending migrations, each in one transaction with its row of the history.

use crate::{Backend, MigrateError, Migration, OlderReleases, roles, sql};
use rusqlite::TransactionBehavior;
use std::time::Duration;
use tokio_postgres::Client;
use tokio_postgres::error::SqlState;

/// The history. It says for each migration whether releases that do not know it may serve: only the release that brought it
/// knows.
const HISTORY: &str = "create table if not exists seaql_migrations (
    version text not null primary key, applied_at {big} not null, older_releases_serve {bool} not null)";

/// The newest version first: it is the one that an error names.
const VERSIONS: &str = "select version, older_releases_serve from seaql_migrations order by version desc";

/// Requests queue behind a migration that waits for a lock, so it waits for less time than they do.
const LOCK_TIMEOUT: &str = "set local lock_timeout = '2s'";
/// How often a migration tries to get its locks.
const LOCK_ATTEMPTS: usize = 20;
/// Time for the requests that queued.
const LOCK_PAUSE: Duration = Duration::from_secs(1);

/// A row of the history.
struct Applied {
    version: String,
    older_releases_serve: bool,
}

/// The history of a database, beside the migrations of this release.
pub(crate) struct History<'a> {
    /// What the database lacks.
    pub(crate) pending: Vec<&'a Migration>,
    /// Whether a newer release has migrated it.
    pub(crate) newer: bool,
}

/// The key of the lock that one migrating process holds: any number that only Omringd uses.
const ADVISORY_LOCK: i64 = 0x004f_4d52_494e_4744;

/// Migrates PostgreSQL under an advisory lock and sets the privileges of both roles.
pub(crate) async fn run_postgres(
    client: &mut Client,
    runtime: Option<&str>,
    migrations: &[Migration],
) -> Result<usize, MigrateError> {
    // The lock is the connection's and ends with it.
    client.batch_execute(&format!("select pg_advisory_lock({ADVISORY_LOCK})")).await?;
    if let Some(role) = runtime
        && let Some(unfit) = roles::check(client, role).await?
    {
        return Err(MigrateError::Role(unfit));
    }
    let History { pending, newer } = of_postgres(client, migrations).await?;
    if newer {
        // This release does not know which privileges the new tables need.
        return Ok(0);
    }
    if let Some(role) = runtime.filter(|_| pending.len() < migrations.len()) {
        // Before the migrations: an owner that lost its privileges on the history could not write to it.
        roles::set_privileges(client, role).await?;
    }
    client.batch_execute(&sql::for_backend(Backend::Postgres, HISTORY)).await?;
    for migration in &pending {
        apply_postgres(client, migration).await?;
    }
    if let Some(role) = runtime.filter(|_| !pending.is_empty()) {
        roles::set_privileges(client, role).await?;
    }
    Ok(pending.len())
}

/// Applies a migration, again if a table is in use.
async fn apply_postgres(client: &mut Client, migration: &Migration) -> Result<(), MigrateError> {
    tracing::info!(migration = migration.name, "applying");
    for _ in 1..LOCK_ATTEMPTS {
        match attempt_postgres(client, migration).await {
            Err(error) if is_in_use(&error) => {
                tracing::warn!(migration = migration.name, "a table is in use; trying again");
                tokio::time::sleep(LOCK_PAUSE).await;
            }
            done => return Ok(done?),
        }
    }
    Ok(attempt_postgres(client, migration).await?)
}

/// Whether a lock could not be had: another transaction holds it for long, or waits for one that the migration holds.
fn is_in_use(error: &tokio_postgres::Error) -> bool {
    [&SqlState::LOCK_NOT_AVAILABLE, &SqlState::T_R_DEADLOCK_DETECTED].map(Some).contains(&error.code())
}

async fn attempt_postgres(client: &mut Client, migration: &Migration) -> Result<(), tokio_postgres::Error> {
    let transaction = client.transaction().await?;
    transaction.batch_execute(LOCK_TIMEOUT).await?;
    for statement in (migration.up)(Backend::Postgres) {
        transaction.batch_execute(&statement).await?;
    }
    let record = "insert into seaql_migrations (version, applied_at, older_releases_serve)
        values ($1, extract(epoch from now())::bigint, $2)";
    transaction.execute(record, &[&migration.name, &migration.keeps_older_releases()]).await?;
    transaction.commit().await
}

/// The history of PostgreSQL. For a role without privileges on it, everything is pending.
pub(crate) async fn of_postgres<'a>(client: &Client, migrations: &'a [Migration]) -> Result<History<'a>, MigrateError> {
    let exists = "select exists (select from information_schema.tables where table_schema = current_schema()
        and table_name = 'seaql_migrations' and table_type = 'BASE TABLE')";
    let mut applied = Vec::new();
    if client.query_one(exists, &[]).await?.try_get(0)? {
        for row in client.query(VERSIONS, &[]).await? {
            applied.push(Applied { version: row.try_get(0)?, older_releases_serve: row.try_get(1)? });
        }
    }
    compare(migrations, &applied)
}

/// Migrates SQLite.
pub(crate) fn run_sqlite(
    mut connection: rusqlite::Connection,
    migrations: &[Migration],
) -> Result<usize, MigrateError> {
    // Foreign keys are enforced in migrations too. Inside a transaction this pragma has no effect.
    connection.execute_batch("pragma foreign_keys = on")?;
    let History { pending, newer } = of_sqlite(&connection, migrations)?;
    if newer {
        return Ok(0);
    }
    connection.execute_batch(&sql::for_backend(Backend::Sqlite, HISTORY))?;
    for migration in &pending {
        apply_sqlite(&mut connection, migration)?;
    }
    Ok(pending.len())
}

fn apply_sqlite(connection: &mut rusqlite::Connection, migration: &Migration) -> Result<(), MigrateError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let record = "insert into seaql_migrations (version, applied_at, older_releases_serve) values (?1, unixepoch(), ?2)
        on conflict do nothing";
    if transaction.execute(record, (migration.name, migration.keeps_older_releases()))? == 0 {
        // Another process has applied it meanwhile.
        return Ok(());
    }
    tracing::info!(migration = migration.name, "applying");
    for statement in (migration.up)(Backend::Sqlite) {
        transaction.execute_batch(&statement)?;
    }
    Ok(transaction.commit()?)
}

/// The history of SQLite.
pub(crate) fn of_sqlite<'a>(
    connection: &rusqlite::Connection,
    migrations: &'a [Migration],
) -> Result<History<'a>, MigrateError> {
    let mut applied = Vec::new();
    if connection.table_exists(None, "seaql_migrations")? {
        let row = |row: &rusqlite::Row| Ok(Applied { version: row.get(0)?, older_releases_serve: row.get(1)? });
        applied = connection.prepare(VERSIONS)?.query_map([], row)?.collect::<Result<_, _>>()?;
    }
    compare(migrations, &applied)
}

/// Compares the history with the migrations of this release; an error if this release must not serve.
fn compare<'a>(migrations: &'a [Migration], applied: &[Applied]) -> Result<History<'a>, MigrateError> {
    let pending: Vec<_> =
        migrations.iter().filter(|migration| applied.iter().all(|one| one.version != migration.name)).collect();
    let unknown = || applied.iter().filter(|one| migrations.iter().all(|known| known.name != one.version));
    // What is both newer and incomplete is the database of another line of releases.
    if let Some(newer) = unknown().find(|one| !one.older_releases_serve || !pending.is_empty()) {
        return Err(MigrateError::Newer(newer.version.clone()));
    }
    let newest = unknown().next();
    if let Some(newest) = newest {
        tracing::info!(migration = newest.version, "a newer release has migrated this database; this one can serve it");
    }
    Ok(History { pending, newer: newest.is_some() })
}

impl Migration {
    fn keeps_older_releases(&self) -> bool {
        self.older_releases == OlderReleases::Serve
    }
}
