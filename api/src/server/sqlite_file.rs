//! The SQLite file, which only its user may read.

use super::StartError;
use crate::config::data_directory;
use std::path::Path;

/// Creates a SQLite file that only this user may read, if it is missing.
///
/// Creates only the default data directory: a mistyped path must not result in a new, empty database.
pub(super) fn make(file: &Path) -> Result<(), StartError> {
    let missing = file.parent().filter(|path| !path.as_os_str().is_empty() && !path.exists());
    if let Some(directory) = missing {
        if !data_directory().is_ok_and(|own| directory.starts_with(own)) {
            let directory = directory.display();
            return Err(format!(
                "OMRINGD_DATABASE_URL: there is no directory {directory}: create it, or correct the path"
            )
            .into());
        }
        private_directory(directory)?;
    }
    persistence::make_private(file).map_err(|error| format!("cannot create {}: {error}", file.display()).into())
}

/// Creates a directory that only this user may read: it holds personal data.
fn private_directory(directory: &Path) -> Result<(), StartError> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(directory).map_err(|error| format!("cannot create {}: {error}", directory.display()).into())
}
