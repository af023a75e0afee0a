//! A connection to SQLite that runs nothing and stays open, so that any other can be opened while nothing can be written.
//!
//! The last connection to close takes `-shm` and perhaps `-wal` with it, and the next one to open writes to make them again.
//! Each write that fails costs the pool its connection: without the anchor a few of them would end reading as well.

use crate::connect::ConnectError;
use sea_orm::sqlx::{Connection, SqliteConnection, sqlite::SqliteConnectOptions};
use std::sync::{Arc, Mutex, PoisonError};

/// The connection, until it is closed.
#[derive(Clone, Debug)]
pub(crate) struct Anchor(Arc<Mutex<Option<SqliteConnection>>>);

impl Anchor {
    /// Opens the connection, and with it `-wal` and `-shm`.
    pub(crate) async fn open(options: &SqliteConnectOptions) -> Result<Self, ConnectError> {
        let connection = SqliteConnection::connect_with(options).await?;
        Ok(Self(Arc::new(Mutex::new(Some(connection)))))
    }

    /// Closes the connection. Call it after all others are closed: the last one moves the log into the database.
    pub(crate) async fn close(&self) {
        let connection = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(connection) = connection {
            drop(connection.close().await);
        }
    }
}
