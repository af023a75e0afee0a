//! Wires the sealer of the access log.

use super::{Running, Service, StartError};
use crate::auth::{KeyDirectory, LogKeyFile};
use crate::config::Config;
use crate::log_anchors::{AnchorFile, LoggedAnchors};
use crate::log_sealer;
use domain::access_log::seals::{Anchors, Sealer};
use persistence::Database;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// Timeout for the last lines of the access log to be sealed; a later process seals the others.
const LAST: Duration = Duration::from_secs(5);

/// The sealing in this process.
#[derive(Debug)]
pub(crate) struct Sealing {
    task: JoinHandle<()>,
    stop: oneshot::Sender<()>,
}

impl Sealing {
    /// Seals what was logged last.
    pub(super) async fn end(self) {
        drop(self.stop);
        drop(tokio::time::timeout(LAST, self.task).await);
    }
}

impl Running {
    /// Seals until the server has stopped.
    pub(crate) fn sealed_by(self, sealing: Sealing) -> Self {
        Self { sealing: Some(sealing), ..self }
    }
}

impl Service {
    /// The sealer of the access log, with anchors in this file, if any.
    ///
    /// # Errors
    /// If the key of the log cannot be used.
    pub fn sealer(&self, anchors: Option<PathBuf>) -> Result<Sealer, StartError> {
        self.keys.log_key()?;
        let key = LogKeyFile::new(self.keys.clone());
        let mut outside: Vec<Arc<dyn Anchors>> = vec![Arc::new(LoggedAnchors)];
        outside.extend(anchors.map(|path| Arc::new(AnchorFile::new(path)) as Arc<dyn Anchors>));
        Ok(Sealer::new(Arc::new(self.database.clone()), Arc::new(key), outside, self.app.ports.clock.clone()))
    }

    /// Seals the access log in this process, this often.
    pub(crate) fn seal(sealer: Sealer, every: Duration) -> Sealing {
        let (stop, stopped) = oneshot::channel();
        Sealing { task: tokio::spawn(log_sealer::seal(sealer, every, stopped)), stop }
    }
}

/// Connects to the database of the log, and says where its key is.
///
/// # Errors
/// If the key or the database cannot be used.
pub(crate) async fn connect_to_log(config: &Config) -> Result<(Arc<Database>, LogKeyFile), StartError> {
    let key = LogKeyFile::new(KeyDirectory::new(config.key_directory()?));
    key.keys()?;
    let database = Database::connect(&super::database_settings(config)?).await?;
    Ok((Arc::new(database), key))
}
