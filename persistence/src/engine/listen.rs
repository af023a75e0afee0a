//! LISTEN on PostgreSQL.

use super::postgres_url::PostgresUrl;
use futures_util::future::poll_fn;
use tokio::sync::mpsc;
use tokio_postgres::{AsyncMessage, Client};

/// The maximum of notifications that wait to be read.
const WAITING: usize = 1024;

/// A connection that listens on a channel.
#[derive(Debug)]
pub(crate) struct Listener {
    notes: mpsc::Receiver<String>,
    /// Dropping it closes the connection.
    _client: Client,
}

/// What a listener receives.
#[derive(Debug)]
pub(crate) enum Heard {
    /// A notification, with its payload.
    Note(String),
    /// The connection was closed; later notifications are lost.
    Ended,
}

impl Listener {
    /// Connects and listens.
    ///
    /// # Errors
    /// If the server cannot be reached.
    pub(crate) async fn open(address: &PostgresUrl, channel: &str) -> Result<Self, tokio_postgres::Error> {
        let (client, mut connection) = address.config.connect(address.tls.clone()).await?;
        let (tell, notes) = mpsc::channel(WAITING);
        tokio::spawn(async move {
            while let Some(Ok(message)) = poll_fn(|context| connection.poll_message(context)).await {
                if let AsyncMessage::Notification(note) = message
                    && tell.send(note.payload().to_owned()).await.is_err()
                {
                    break;
                }
            }
        });
        client.batch_execute(&format!("listen {channel}")).await?;
        Ok(Self { notes, _client: client })
    }

    /// Waits for the next notification.
    pub(crate) async fn next(&mut self) -> Heard {
        self.notes.recv().await.map_or(Heard::Ended, Heard::Note)
    }
}
