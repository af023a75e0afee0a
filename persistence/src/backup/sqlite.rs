//! Backups of SQLite.

use super::{BackupError, Contents, ENDED, MIGRATIONS, WITHDRAWABLE, beside, unfinished};
use crate::engine::open_sqlite;
use crate::private_file::make_private;
use crate::sqlite_file;
use chrono::{DateTime, SecondsFormat, Utc};
use domain::ports::{Clock, SystemClock};
use rusqlite::{Connection, OpenFlags};
use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Timeout for the writer of the service.
const BUSY: Duration = Duration::from_secs(30);

const TABLES: &str =
    "select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name";

/// Copies a database to a new file that only this user can read, while it is in use, and counts what is in the copy.
///
/// # Errors
/// [`BackupError`].
pub fn copy_sqlite(url: &str, to: &Path) -> Result<Contents, BackupError> {
    // Not created: an empty copy of a mistyped path is no backup.
    let url = url.split('?').next().unwrap_or(url);
    let connection = open_sqlite(&format!("{url}?mode=rw"))?;
    connection.busy_timeout(BUSY)?;
    make_private(to).map_err(|error| BackupError::File(to.to_owned(), error))?;
    connection.execute("vacuum into ?1", [&*to.to_string_lossy()])?;
    contents(to, SystemClock.now())
}

/// Copies a backup beside the file of a database that does not exist yet. Returns the copy with what it contains.
///
/// # Errors
/// [`BackupError::Exists`] if the database exists; if the copy cannot be made.
pub fn begin_sqlite_restore(
    file: &Path,
    from: &Path,
    taken_at: DateTime<Utc>,
) -> Result<(PathBuf, Contents), BackupError> {
    nothing_there(file)?;
    let copy = unfinished(file);
    for old in [copy.clone(), beside(&copy, "-wal"), beside(&copy, "-shm")] {
        remove(&old)?;
    }
    make_private(&copy)
        .and_then(|()| fs::copy(from, &copy))
        .and_then(|_| fs::set_permissions(&copy, private()))
        .map_err(|error| BackupError::File(copy.clone(), error))?;
    let contents = contents(&copy, taken_at)?;
    Ok((copy, contents))
}

/// Ends what an older backup must not bring back, in a copy that [`begin_sqlite_restore`] made.
///
/// # Errors
/// [`BackupError`].
pub fn end_sqlite_sessions(copy: &Path) -> Result<(), BackupError> {
    let connection = Connection::open(copy)?;
    let at = SystemClock.now();
    let [now, later] = [at, at + WITHDRAWABLE].map(|at| at.to_rfc3339_opts(SecondsFormat::AutoSi, false));
    for statement in ENDED {
        connection.execute_batch(
            &statement.replace("{now}", &format!("'{now}'")).replace("{later}", &format!("'{later}'")),
        )?;
    }
    Ok(())
}

/// Makes the checked copy the database, in one step.
///
/// # Errors
/// [`BackupError::Exists`] if the database exists by now.
pub fn finish_sqlite_restore(url: &str) -> Result<(), BackupError> {
    let Some(file) = sqlite_file(url) else { return Ok(()) };
    let copy = unfinished(&file);
    nothing_there(&file)?;
    let connection = Connection::open(&copy)?;
    // All in one file.
    connection.execute_batch("pragma wal_checkpoint(truncate); pragma journal_mode = delete")?;
    drop(connection);
    let failed = |error: std::io::Error| {
        let exists = error.kind() == ErrorKind::AlreadyExists;
        if exists { BackupError::Exists(file.clone()) } else { BackupError::File(file.clone(), error) }
    };
    File::open(&copy).and_then(|copy| copy.sync_all()).map_err(failed)?;
    // Unlike a rename, a link replaces nothing.
    fs::hard_link(&copy, &file).map_err(failed)?;
    remove(&copy)?;
    let directory = file.parent().filter(|path| !path.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(directory).and_then(|directory| directory.sync_all()).map_err(failed)
}

/// Neither a database nor what another one left: SQLite would replay its log into the restored file.
fn nothing_there(file: &Path) -> Result<(), BackupError> {
    let files = [file.to_owned(), beside(file, "-wal"), beside(file, "-shm"), beside(file, "-journal")];
    match files.into_iter().find(|file| file.exists()) {
        Some(there) => Err(BackupError::Exists(there)),
        None => Ok(()),
    }
}

/// What a file contains.
fn contents(file: &Path, taken_at: DateTime<Utc>) -> Result<Contents, BackupError> {
    let connection = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let texts = |sql: &str| -> Result<Vec<String>, BackupError> {
        Ok(connection.prepare(sql)?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
    };
    let count = |table: String| -> Result<_, BackupError> {
        let number = connection.query_row(&format!("select count(*) from \"{table}\""), [], |row| row.get(0))?;
        Ok((table, number))
    };
    let migrations = texts(MIGRATIONS)?;
    Ok(Contents { taken_at, migrations, rows: texts(TABLES)?.into_iter().map(count).collect::<Result<_, _>>()? })
}

fn remove(file: &Path) -> Result<(), BackupError> {
    match fs::remove_file(file) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(BackupError::File(file.to_owned(), error)),
    }
}

#[cfg(unix)]
fn private() -> fs::Permissions {
    std::os::unix::fs::PermissionsExt::from_mode(0o600)
}
