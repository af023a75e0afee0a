//! Where the service keeps its data by default.

use super::ConfigError;
use secrecy::SecretString;
use std::path::{Path, PathBuf};

/// The URL of a SQLite file.
#[must_use]
pub fn sqlite_url(file: &Path) -> SecretString {
    format!("sqlite://{}", file.display()).into()
}

/// The service's data directory of this user (XDG Base Directory).
///
/// # Errors
/// [`ConfigError::NoDataDirectory`].
pub fn data_directory() -> Result<PathBuf, ConfigError> {
    let set = |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let base = set("XDG_DATA_HOME").or_else(|| Some(set("HOME")?.join(".local/share")));
    base.map(|base| base.join("omringd")).ok_or(ConfigError::NoDataDirectory)
}
