//! Backups of the whole database: what one contains, and how it is put back into an empty database.
//!
//! The dump of PostgreSQL itself is made and read by its own programs.

mod postgres;
mod sqlite;

use crate::connect::ConnectError;
use crate::engine::{EngineError, PostgresUrlError};
use chrono::{DateTime, TimeDelta, Utc};
pub use postgres::{PostgresRestore, PostgresSnapshot};
pub use sqlite::{begin_sqlite_restore, copy_sqlite, end_sqlite_sessions, finish_sqlite_restore};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What a backup contains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contents {
    /// When everything in it was committed, by the clock of the database.
    pub taken_at: DateTime<Utc>,
    /// The migrations of the schema.
    pub migrations: Vec<String>,
    /// The number of rows of each table.
    pub rows: BTreeMap<String, i64>,
}

/// Why a backup or a restore failed.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The database cannot be reached.
    #[error(transparent)]
    Connect(#[from] ConnectError),
    /// A statement failed.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// A file cannot be used.
    #[error("{0}: {1}")]
    File(PathBuf, #[source] std::io::Error),
    /// Row-level security hides rows from the role.
    #[error(
        "OMRINGD_BACKUP_DATABASE_URL: row-level security applies to the role {0:?}, so a backup would contain no rows; create a \
         role with BYPASSRLS"
    )]
    Bound(String),
    /// The database has tables.
    #[error("the database is not empty: restore into an empty one, as a restore replaces nothing")]
    NotEmpty,
    /// The SQLite file exists.
    #[error("{0} exists: a restore replaces nothing; move that file away, with its -wal and its -shm")]
    Exists(PathBuf),
}

impl From<tokio_postgres::Error> for BackupError {
    fn from(error: tokio_postgres::Error) -> Self {
        EngineError::from(error).into()
    }
}

impl From<rusqlite::Error> for BackupError {
    fn from(error: rusqlite::Error) -> Self {
        EngineError::from(error).into()
    }
}

impl From<PostgresUrlError> for BackupError {
    fn from(error: PostgresUrlError) -> Self {
        ConnectError::from(error).into()
    }
}

/// The history of the schema.
const MIGRATIONS: &str = "select version from seaql_migrations order by version";

/// How long an erasure waits again after a restore: that it was withdrawn, refused or held since is lost with the backup.
const WITHDRAWABLE: TimeDelta = TimeDelta::days(7);

/// What an older backup must not bring back: sessions that ended since, secrets that were used or withdrawn since, and erasures that
/// were withdrawn since.
const ENDED: [&str; 8] = [
    "update erasure_request set erases_at = {later}
        where withdrawn_at is null and refused_at is null and erases_at < {later}",
    "delete from invitation where accepted_at is null",
    "update session set ended_at = {now} where ended_at is null",
    "delete from password_reset",
    "delete from email_change",
    "delete from log_in_code",
    "delete from passkey_ceremony",
    "delete from provider_log_in",
];

/// Whether a restore into this database began and did not end: nothing may be served from it.
///
/// # Errors
/// If the database cannot be reached.
pub async fn restore_is_unfinished(url: &str) -> Result<bool, BackupError> {
    match crate::sqlite_file(url) {
        Some(file) => Ok(unfinished(&file).exists()),
        None => postgres::is_unfinished(url).await,
    }
}

/// The file that becomes the database when everything in it was checked.
fn unfinished(file: &Path) -> PathBuf {
    beside(file, ".restoring")
}

fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ending);
    name.into()
}
