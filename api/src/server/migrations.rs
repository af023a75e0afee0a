//! Brings the schema of the database up to date.

use super::{StartError, sqlite_file};
use crate::config::Config;
use migration::Connection;
use secrecy::{ExposeSecret, SecretString};
use std::time::Duration;

/// Applies pending migrations, or checks that there are none if this process may not migrate.
///
/// # Errors
/// If the database is unreachable, a role is unsuitable, or migrations are pending that this process may not apply.
pub async fn migrate(config: &Config) -> Result<(), StartError> {
    let url = config.database_url()?;
    if persistence::sqlite_file(url.expose_secret()).is_some() || config.owner_database_url.is_some() {
        return migrate_as_owner(config).await.map(drop);
    }
    let url = config.direct_database_url()?;
    wait_for_server(&url).await?;
    refuse_unfinished_restore(url.expose_secret()).await?;
    let connection = Connection::Postgres(persistence::open_postgres(url.expose_secret()).await?);
    match migration::pending(connection).await? {
        0 => Ok(()),
        lacking => Err(format!(
            "the database lacks {lacking} migration(s). Set OMRINGD_OWNER_DATABASE_URL to the address with the role that \
             owns the tables, beside OMRINGD_DATABASE_URL, and run `omringd migrate`"
        )
        .into()),
    }
}

/// Applies pending migrations and sets the privileges of both roles. Returns the number of migrations.
///
/// # Errors
/// If the database is unreachable, a role is unsuitable, or a setting is missing.
pub async fn migrate_as_owner(config: &Config) -> Result<usize, StartError> {
    let url = config.owner_database_url.clone().map_or_else(|| config.database_url(), Ok)?;
    if persistence::sqlite_file(url.expose_secret()).is_some() || config.owner_database_url.is_some() {
        wait_for_server(&url).await?;
        refuse_unfinished_restore(url.expose_secret()).await?;
    }
    migrate_restored(config).await
}

/// The same on a database that is being restored.
///
/// # Errors
/// As [`migrate_as_owner`].
pub(crate) async fn migrate_restored(config: &Config) -> Result<usize, StartError> {
    let url = config.database_url()?;
    let url = url.expose_secret();
    if let Some(owner) = &config.owner_database_url {
        let runtime = persistence::postgres_role(url).ok_or(
            "OMRINGD_OWNER_DATABASE_URL is set and OMRINGD_DATABASE_URL is no PostgreSQL address: set it to the address \
             with the role that the service runs as, which is given its rights",
        )?;
        wait_for_server(owner).await?;
        let open = async || persistence::open_postgres(owner.expose_secret()).await.map(Connection::Postgres);
        let applied = migration::run(open().await?, Some(&runtime)).await?;
        if let Some(backup) = &config.backup_database_url {
            let role = persistence::postgres_role(backup.expose_secret());
            let role = role.ok_or("OMRINGD_BACKUP_DATABASE_URL: it must name a role of PostgreSQL")?;
            migration::grant_backup(open().await?, &role).await?;
        }
        return Ok(applied);
    }
    let Some(file) = persistence::sqlite_file(url) else {
        return Err(
            "OMRINGD_OWNER_DATABASE_URL is not set: on PostgreSQL the role that owns the tables migrates, and gives \
             the role of OMRINGD_DATABASE_URL its rights"
                .into(),
        );
    };
    sqlite_file::make(&file)?;
    let migrated = migration::run(Connection::Sqlite(persistence::open_sqlite(url)?), None).await;
    migrated.map_err(|error| format!("the SQLite file {}: {error}", file.display()).into())
}

/// Nothing is served from a database whose restore was interrupted or found a fault: erasures may be missing.
async fn refuse_unfinished_restore(url: &str) -> Result<(), StartError> {
    if persistence::restore_is_unfinished(url).await? {
        return Err("a restore into this database is unfinished, so it is not served. On PostgreSQL, drop the database, create it \
                    anew and run `omringd restore` again; on SQLite, run it again, or remove the file that ends with `.restoring`"
            .into());
    }
    Ok(())
}

/// Timeout for the start of PostgreSQL.
const STARTING: Duration = Duration::from_secs(30);

/// Waits until PostgreSQL accepts connections, and prints that it waits.
#[expect(clippy::print_stderr, reason = "also for commands without a log")]
async fn wait_for_server(url: &SecretString) -> Result<(), StartError> {
    let waiting = |why: &persistence::Unreachable| {
        eprintln!("omringd: {why}; trying again for {} seconds", STARTING.as_secs());
    };
    Ok(persistence::wait_for_server(url, STARTING, waiting).await?)
}
