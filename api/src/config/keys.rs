//! Where the keys are.

use super::{Config, ConfigError, data_directory};
use std::path::PathBuf;

impl Config {
    /// The directory of the signing keys.
    ///
    /// # Errors
    /// [`ConfigError::NoDataDirectory`].
    pub fn key_directory(&self) -> Result<PathBuf, ConfigError> {
        match &self.key_directory {
            Some(directory) => Ok(directory.clone()),
            None => Ok(data_directory()?.join("keys")),
        }
    }

    /// The directory of the keys of organisations.
    ///
    /// # Errors
    /// [`ConfigError::NoDataDirectory`].
    pub fn key_store(&self) -> Result<PathBuf, ConfigError> {
        match &self.key_store {
            Some(directory) => Ok(directory.clone()),
            None => Ok(self.key_directory()?.join("organisation-keys")),
        }
    }
}
