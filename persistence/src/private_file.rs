//! The SQLite file holds personal data: only the user who runs the service may read it.

use std::fs::OpenOptions;
use std::io::{self, ErrorKind};
use std::path::Path;

/// Makes the file if it is not there, readable by its owner alone. SQLite gives the same rights to its `-wal` and `-shm`.
///
/// # Errors
/// If it cannot be made.
pub fn make_private(file: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(file) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            warn_if_open(file);
            Ok(())
        }
        Err(error) => Err(error),
    }
}

#[cfg(unix)]
fn warn_if_open(file: &Path) {
    use std::os::unix::fs::PermissionsExt;
    if std::fs::metadata(file).is_ok_and(|metadata| metadata.permissions().mode() & 0o077 != 0) {
        tracing::warn!(file = %file.display(), "others than the owner can read the database: chmod 600 it, -wal and -shm");
    }
}

#[cfg(not(unix))]
fn warn_if_open(_: &Path) {}
