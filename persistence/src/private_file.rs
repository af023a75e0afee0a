//! Creates the SQLite file so that only the user who runs the service can read the personal data in it.

use std::fs::OpenOptions;
use std::io::{self, ErrorKind};
use std::path::Path;

/// Creates the file if it does not exist, with access for its owner only. SQLite gives `-wal` and `-shm` the same mode.
///
/// # Errors
/// If the file cannot be created.
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
        tracing::warn!(file = %file.display(), "other users can read the database: chmod 600 the file, its -wal and its -shm");
    }
}

#[cfg(not(unix))]
fn warn_if_open(_: &Path) {}
