//! Applies pending migrations, each in one transaction with its row of the history.

use crate::{Backend, MigrateError, Migration, roles, sql};
use rusqlite::TransactionBehavior;
use tokio_postgres::Client;

/// The history: a table as `sea-orm-migration` makes it.
const HISTORY: &str = "create table if not exists \
    \"seaql_migrations\" ( \"version\" varchar NOT NULL PRIMARY KEY, \"applied_at\" {big} NOT NULL )";

/// The newest version first: it is the one that an error names if this release does not know it.
const VERSIONS: &str = "select version from seaql_migrations order by version desc";

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
    let pending = pending_postgres(client, migrations).await?;
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

async fn apply_postgres(client: &mut Client, migration: &Migration) -> Result<(), MigrateError> {
    tracing::info!(migration = migration.name, "applying");
    let transaction = client.transaction().await?;
    for statement in (migration.up)(Backend::Postgres) {
        transaction.batch_execute(&statement).await?;
    }
    let record = "insert into seaql_migrations (version, applied_at) values ($1, extract(epoch from now())::bigint)";
    transaction.execute(record, &[&migration.name]).await?;
    Ok(transaction.commit().await?)
}

/// The pending migrations of PostgreSQL. For a role without privileges on the history, that is all of them.
pub(crate) async fn pending_postgres<'a>(
    client: &Client,
    migrations: &'a [Migration],
) -> Result<Vec<&'a Migration>, MigrateError> {
    let exists = "select exists (select from information_schema.tables where table_schema = current_schema()
        and table_name = 'seaql_migrations' and table_type = 'BASE TABLE')";
    let mut versions = Vec::new();
    if client.query_one(exists, &[]).await?.try_get(0)? {
        for row in client.query(VERSIONS, &[]).await? {
            versions.push(row.try_get(0)?);
        }
    }
    not_applied(migrations, &versions)
}

/// Migrates SQLite.
pub(crate) fn run_sqlite(
    mut connection: rusqlite::Connection,
    migrations: &[Migration],
) -> Result<usize, MigrateError> {
    // Foreign keys are enforced in migrations too. Inside a transaction this pragma has no effect.
    connection.execute_batch("pragma foreign_keys = on")?;
    let pending = pending_sqlite(&connection, migrations)?;
    connection.execute_batch(&sql::for_backend(Backend::Sqlite, HISTORY))?;
    for migration in &pending {
        apply_sqlite(&mut connection, migration)?;
    }
    Ok(pending.len())
}

fn apply_sqlite(connection: &mut rusqlite::Connection, migration: &Migration) -> Result<(), MigrateError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let record = "insert into seaql_migrations (version, applied_at) values (?1, unixepoch()) on conflict do nothing";
    if transaction.execute(record, [migration.name])? == 0 {
        // Another process has applied it meanwhile.
        return Ok(());
    }
    tracing::info!(migration = migration.name, "applying");
    for statement in (migration.up)(Backend::Sqlite) {
        transaction.execute_batch(&statement)?;
    }
    Ok(transaction.commit()?)
}

/// The pending migrations of SQLite.
pub(crate) fn pending_sqlite<'a>(
    connection: &rusqlite::Connection,
    migrations: &'a [Migration],
) -> Result<Vec<&'a Migration>, MigrateError> {
    let mut versions = Vec::new();
    if connection.table_exists(None, "seaql_migrations")? {
        versions = connection.prepare(VERSIONS)?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    }
    not_applied(migrations, &versions)
}

/// The migrations that are not among the applied versions; an error if this release does not know one of those.
fn not_applied<'a>(migrations: &'a [Migration], applied: &[String]) -> Result<Vec<&'a Migration>, MigrateError> {
    if let Some(newer) = applied.iter().find(|version| migrations.iter().all(|known| known.name != *version)) {
        return Err(MigrateError::Newer(newer.clone()));
    }
    Ok(migrations.iter().filter(|migration| applied.iter().all(|version| version != migration.name)).collect())
}
