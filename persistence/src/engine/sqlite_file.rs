//! Opening a SQLite file, with every setting that keeps data safe.

use super::error::EngineError;
use super::postgres_url::PostgresUrlError;
use rusqlite::{Connection, OpenFlags};
use std::path::PathBuf;
use std::time::Duration;

/// What of a file each connection keeps in memory, in KiB; by default it is twice as much. The system keeps the file's pages as
/// well, once for all of them.
const CACHE_KIB: u32 = 1024;

/// How many statements a connection keeps prepared.
const PREPARED: usize = 256;

/// The file of a SQLite address.
#[must_use]
pub fn sqlite_file(url: &str) -> Option<PathBuf> {
    let rest = url.strip_prefix("sqlite:")?;
    let path = rest.strip_prefix("//").unwrap_or(rest);
    let path = path.split('?').next().unwrap_or(path);
    (!path.is_empty()).then(|| PathBuf::from(path))
}

/// A connection to the file of this address, made if it is not there unless the address says otherwise (`?mode=ro` or `rw`).
///
/// # Errors
/// [`PostgresUrlError`] if the address is none, or the file cannot be opened.
pub fn open_sqlite(url: &str) -> Result<Connection, PostgresUrlError> {
    let file = sqlite_file(url).ok_or_else(|| PostgresUrlError::of("it must begin with sqlite:"))?;
    let mode = url.split_once('?').map_or("mode=rwc", |(_, query)| query);
    let flags = match mode {
        "" | "mode=rwc" => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
        "mode=rw" => OpenFlags::SQLITE_OPEN_READ_WRITE,
        "mode=ro" => OpenFlags::SQLITE_OPEN_READ_ONLY,
        _ => return Err(PostgresUrlError::of("after the ? comes mode=ro, rw or rwc")),
    };
    let connection = Connection::open_with_flags(file, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX);
    connection.map_err(PostgresUrlError::of)
}

/// The same, as the service uses it.
pub(super) fn open(url: &str, timeout: Duration) -> Result<Connection, EngineError> {
    let connection = open_sqlite(url).map_err(|error| EngineError::Unreachable(error.to_string()))?;
    connection.busy_timeout(timeout)?;
    connection.set_prepared_statement_cache_capacity(PREPARED);
    // `synchronous`: NORMAL can lose acknowledged commits when the power fails. `secure_delete`: otherwise an erased client stays
    // readable in the file's free pages. `temp_store`: a sort that does not fit the cache would write to a file, with personal
    // data in it, and not at all on a full disk. `cache_size`: what is negative is in KiB, what is positive in pages.
    connection.execute_batch(&format!(
        "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma secure_delete = on;
        pragma temp_store = memory; pragma cache_size = -{CACHE_KIB}"
    ))?;
    Ok(connection)
}
