//! Opens a SQLite file with the settings that keep data safe.

use super::error::EngineError;
use super::postgres_url::PostgresUrlError;
use rusqlite::{Connection, OpenFlags};
use std::path::PathBuf;
use std::time::Duration;

/// The page cache of each connection, in KiB: half the default, as the operating system caches the file too.
const CACHE_KIB: u32 = 1024;

/// The number of prepared statements that a connection keeps.
const PREPARED: usize = 256;

/// The file of a SQLite URL.
#[must_use]
pub fn sqlite_file(url: &str) -> Option<PathBuf> {
    let rest = url.strip_prefix("sqlite:")?;
    let path = rest.strip_prefix("//").unwrap_or(rest);
    let path = path.split('?').next().unwrap_or(path);
    (!path.is_empty()).then(|| PathBuf::from(path))
}

/// Opens the file of a SQLite URL, and creates it unless the URL has `?mode=ro` or `?mode=rw`.
///
/// # Errors
/// [`PostgresUrlError`] if the URL is invalid or the file cannot be opened.
pub fn open_sqlite(url: &str) -> Result<Connection, PostgresUrlError> {
    let file = sqlite_file(url).ok_or_else(|| PostgresUrlError::of("it must begin with sqlite:"))?;
    let mode = url.split_once('?').map_or("mode=rwc", |(_, query)| query);
    let flags = match mode {
        "" | "mode=rwc" => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
        "mode=rw" => OpenFlags::SQLITE_OPEN_READ_WRITE,
        "mode=ro" => OpenFlags::SQLITE_OPEN_READ_ONLY,
        _ => return Err(PostgresUrlError::of("the query must be mode=ro, mode=rw or mode=rwc")),
    };
    let connection = Connection::open_with_flags(file, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX);
    connection.map_err(PostgresUrlError::of)
}

/// Opens the file with the settings of the service.
pub(super) fn open(url: &str, timeout: Duration) -> Result<Connection, EngineError> {
    let connection = open_sqlite(url).map_err(|error| EngineError::Unreachable(error.to_string()))?;
    connection.busy_timeout(timeout)?;
    connection.set_prepared_statement_cache_capacity(PREPARED);
    // `synchronous`: NORMAL can lose acknowledged commits in a power failure. `secure_delete`: without it an erased client stays
    // readable in free pages. `temp_store`: a large sort would write personal data to a temporary file, and fail on a full
    // disk. `cache_size`: a negative number is in KiB.
    connection.execute_batch(&format!(
        "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma secure_delete = on;
        pragma temp_store = memory; pragma cache_size = -{CACHE_KIB}"
    ))?;
    Ok(connection)
}
