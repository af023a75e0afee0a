//! Puts a backup back into an empty database, together with the newest keys, and checks it before anything is served.

use super::manifest::{Kind, Manifest, data};
use super::programs::{Program, argument};
use crate::cli::log;
use crate::config::{Config, sqlite_url};
use crate::server::{self, StartError};
use chrono::{DateTime, Utc};
use domain::Error;
use domain::access_log::seals::{FindingKind, Summary};
use domain::audit::{AccountTask, AuditEntry, AuditLog, AuditedOperation, Outcome, RequestOrigin};
use domain::ports::{Clock, SystemClock};
use persistence::{Database, DatabaseAccessLog, PostgresRestore, Restored};
use secrecy::ExposeSecret;
use std::fmt;
use std::path::Path;

/// What was restored and checked.
#[derive(Clone, Debug)]
pub struct Report {
    /// When the backup was made.
    pub taken_at: DateTime<Utc>,
    /// The number of tables whose rows were counted.
    pub tables: usize,
    /// What the keys and bundles did.
    pub restored: Restored,
    /// What was verified of the access log.
    pub log: Summary,
    /// Anchors of lines that were written after the backup, and are lost.
    pub lost_anchors: u64,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { taken_at, tables, restored, log, lost_anchors } = self;
        let Restored { organisations, clients, erased_again, removed_again, keys_of_bundle, purged_again, cards } =
            restored;
        writeln!(f, "backup of {}: as many rows in all {tables} tables", taken_at.to_rfc3339())?;
        writeln!(f, "erased after the backup, and again now: {erased_again} client(s); removed: {removed_again}")?;
        if *purged_again > 0 {
            writeln!(f, "purged after the backup, and again now: {purged_again} organisation(s)")?;
        }
        writeln!(f, "later keys: {keys_of_bundle} client(s)")?;
        writeln!(
            f,
            "readable: {clients} client(s) of {organisations} organisation(s), and {cards} card(s) as they were made"
        )?;
        write!(f, "access log verified: {} line(s) under {} head(s)", log.lines, log.heads)?;
        if *lost_anchors > 0 {
            write!(
                f,
                "; {lost_anchors} anchor(s) are of lines after the backup: set the file of anchors aside, and keep it"
            )?;
        }
        Ok(())
    }
}

/// Restores a backup into an empty database. On failure nothing is served from it.
///
/// # Errors
/// If the backup is damaged, the database is not empty, the key store lacks a key, or a check fails.
pub async fn restore(config: &Config, directory: &Path) -> Result<Report, StartError> {
    let url = config.database_url()?;
    let (kind, from) = (Kind::of(url.expose_secret()), directory.to_owned());
    let manifest = tokio::task::spawn_blocking(move || Manifest::read(&from, kind)).await??;
    match kind {
        Kind::Postgresql => into_postgres(config, directory, manifest).await,
        Kind::Sqlite => into_sqlite(config, directory, manifest).await,
    }
}

async fn into_postgres(config: &Config, directory: &Path, manifest: Manifest) -> Result<Report, StartError> {
    let owner = config.owner_database_url.as_ref().ok_or(
        "OMRINGD_OWNER_DATABASE_URL is not set: on PostgreSQL the role that owns the tables restores. See docs/backup.md",
    )?;
    let mut restore = PostgresRestore::begin(owner.expose_secret()).await?;
    Program::Restore.check(restore.server)?;
    let arguments = vec![
        "--no-owner".to_owned(),
        "--no-privileges".to_owned(),
        "--no-password".to_owned(),
        "--exit-on-error".to_owned(),
        "--single-transaction".to_owned(),
        argument("", data(directory, manifest.database))?,
    ];
    Program::Restore.run(persistence::program_address(owner.expose_secret())?, arguments).await?;
    manifest.compare(&restore.rows().await?)?;
    // Also begins a new epoch of the access log where the numbers of transactions begin anew.
    server::migrate_restored(config).await?;
    restore.end_sessions().await?;
    let report = complete(config, &manifest).await?;
    restore.finish().await?;
    Ok(report)
}

async fn into_sqlite(config: &Config, directory: &Path, manifest: Manifest) -> Result<Report, StartError> {
    let url = config.database_url()?;
    let file = persistence::sqlite_file(url.expose_secret()).ok_or("OMRINGD_DATABASE_URL: no SQLite file")?;
    let (from, taken_at) = (data(directory, manifest.database), manifest.taken_at);
    let begun = tokio::task::spawn_blocking(move || persistence::begin_sqlite_restore(&file, &from, taken_at)).await?;
    let (copy, contents) = begun?;
    manifest.compare(&contents.rows)?;
    let beside = Config { database_url: Some(sqlite_url(&copy)), ..config.clone() };
    server::migrate_restored(&beside).await?;
    persistence::end_sqlite_sessions(&copy)?;
    let report = complete(&beside, &manifest).await?;
    persistence::finish_sqlite_restore(url.expose_secret())?;
    Ok(report)
}

/// Applies what the key store has of after the backup, and reads everything.
async fn complete(config: &Config, manifest: &Manifest) -> Result<Report, StartError> {
    // A replica of the former database says nothing of this one.
    let config = &Config { replica_database_url: None, ..config.clone() };
    let database = Database::connect(&server::database_settings(config)?).await?;
    let restored = database.complete_restore(manifest.taken_at, SystemClock.now()).await;
    database.close().await;
    let restored = restored.map_err(cause)?;
    let (log, lost_anchors) = verify_log(config).await?;
    record(config).await?;
    Ok(Report { taken_at: manifest.taken_at, tables: manifest.rows.len(), restored, log, lost_anchors })
}

/// Adds a line about the restore to the access log that was restored.
async fn record(config: &Config) -> Result<(), StartError> {
    let database = Database::connect(&server::database_settings(config)?).await?;
    let now = SystemClock.now();
    let restored = AuditEntry::new(AuditedOperation::Account(AccountTask::Restore), RequestOrigin::default(), now);
    let recorded =
        DatabaseAccessLog::new(database.clone()).record(AuditEntry { outcome: Outcome::Done, ..restored }).await;
    database.close().await;
    recorded.map_err(cause)
}

/// Verifies the access log. Anchors of lines written after the backup are not findings.
async fn verify_log(config: &Config) -> Result<(Summary, u64), StartError> {
    let anchors: Vec<_> = config.log_anchors.iter().filter(|file| file.exists()).cloned().collect();
    let mut lost = 0;
    let later = |finding: domain::access_log::seals::Finding| {
        lost += u64::from(finding.kind == FindingKind::Cut && finding.block.is_none());
    };
    let log = log::verify(config, &anchors, later).await?;
    if log.findings > lost {
        let found = log.findings - lost;
        return Err(format!(
            "the access log does not agree with its seals: {found} finding(s); see `omringd log verify`"
        )
        .into());
    }
    Ok((log, lost))
}

/// What the log would say of an error, for the terminal.
fn cause(error: Error) -> StartError {
    if let Error::Internal(cause) | Error::Unavailable(cause) = error { cause } else { error.into() }
}
