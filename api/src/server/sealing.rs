//! Wires the sealer of the access log.

use super::{Service, StartError};
use crate::auth::{KeyDirectory, LogKey};
use crate::config::Config;
use crate::log_anchors::{AnchorFile, LoggedAnchors};
use crate::log_sealer;
use crate::service::Readiness;
use domain::access_log::seals::{Anchors, Sealer};
use persistence::Database;
use std::path::PathBuf;
use std::sync::Arc;
use tokio::task::JoinHandle;

impl Service {
    /// The sealer of the access log, with anchors in this file, if any.
    ///
    /// # Errors
    /// If the key of the log cannot be used.
    pub fn sealer(&self, anchors: Option<PathBuf>) -> Result<Sealer, StartError> {
        let key = LogKey::new(&self.keys.log_key()?)?;
        let mut outside: Vec<Arc<dyn Anchors>> = vec![Arc::new(LoggedAnchors)];
        outside.extend(anchors.map(|path| Arc::new(AnchorFile::new(path)) as Arc<dyn Anchors>));
        Ok(Sealer::new(Arc::new(self.database.clone()), Arc::new(key), outside, self.app.ports.clock.clone()))
    }

    /// Seals in this process until it is about to stop.
    pub(crate) fn seal(&self, sealer: Sealer) -> JoinHandle<()> {
        let readiness: Readiness = self.app.readiness.clone();
        tokio::spawn(log_sealer::seal(sealer, readiness))
    }
}

/// Connects to the database of the log and reads its key, to verify it.
pub(crate) async fn connect_to_log(config: &Config) -> Result<(Arc<Database>, Arc<LogKey>), StartError> {
    let key = KeyDirectory::new(config.key_directory()?).existing_log_key()?;
    let database = Database::connect(&super::database_settings(config)?).await?;
    Ok((Arc::new(database), Arc::new(LogKey::new(&key)?)))
}
