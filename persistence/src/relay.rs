//! Live events across processes: each process reads the event table, woken by LISTEN and NOTIFY on PostgreSQL.
//!
//! Notifications carry no payload and are best effort. They are sent after the COMMIT: `pg_notify` inside the transaction would
//! take a lock of the whole server until the commit is on disk, and no two changes could be committed together (docs/adr/0014).

use crate::connect::ConnectError;
use crate::engine::{Engine, Heard, Listener, Postgres, PostgresUrl, Sizes};
use crate::event_reader::EventReader;
use crate::followers::Followers;
use crate::store::Database;
use domain::Result;
use domain::access::Action;
use domain::ports::TransactionKind;
use sea_orm::DatabaseBackend;
use secrecy::{ExposeSecret, SecretString};
use std::time::Duration;
use tokio::task::JoinHandle;

const CHANNEL: &str = "omringd_event";
/// The wait after a failure.
const PAUSE: Duration = Duration::from_secs(1);
/// The timeout of the server.
const TIMEOUT: Duration = Duration::from_secs(10);
/// How long changes are gathered into one notification: one for each change would cost as much as the change.
const GATHER: Duration = Duration::from_millis(25);
/// How often events are read without a notification, as one can be lost.
const POLL: Duration = Duration::from_secs(10);
/// The wait for an older transaction that is running: the first, and the longest.
const PENDING: (Duration, Duration) = (Duration::from_millis(20), Duration::from_secs(1));

/// Relays events between processes until it is dropped.
#[derive(Debug)]
pub struct Relay(Vec<JoinHandle<()>>);

impl Drop for Relay {
    fn drop(&mut self) {
        self.0.iter().for_each(JoinHandle::abort);
    }
}

impl Database {
    /// Starts the relay, on two connections of its own: one listens, one reads and notifies. Does nothing on SQLite, which has
    /// one process.
    ///
    /// `url` must not lead through a pooler in transaction mode, which cannot LISTEN.
    ///
    /// # Errors
    /// [`ConnectError`] if the URL cannot be parsed. If the server cannot be reached, the relay tries again.
    pub fn relay(&self, url: &SecretString) -> Result<Relay, ConnectError> {
        if self.engine.backend() != DatabaseBackend::Postgres {
            return Ok(Relay(Vec::new()));
        }
        let mut address = PostgresUrl::parse(url.expose_secret())?;
        address.config.application_name("omringd events").connect_timeout(TIMEOUT).tcp_user_timeout(TIMEOUT);
        // Not from the pool of requests, and not through a pooler.
        let sizes = Sizes { connections: 1, threads: 1, turn: TIMEOUT, statement: TIMEOUT };
        let engine = Engine::Postgres(Postgres::new(address.clone(), sizes, false));
        let (events, process) = (Self { engine, replica: None, ..self.clone() }, process());
        let hear = tokio::spawn(hear(address, events.clone(), process.clone()));
        Ok(Relay(vec![hear, tokio::spawn(notify(events, process))]))
    }
}

/// A random id of this process, to ignore its own notifications.
fn process() -> String {
    use std::hash::{BuildHasher, Hasher};
    format!("{:016x}{:08x}", std::hash::RandomState::new().build_hasher().finish(), std::process::id())
}

/// Notifies other processes of what was committed.
async fn notify(database: Database, process: String) {
    loop {
        database.followers.for_others().await;
        tokio::time::sleep(GATHER).await;
        if let Err(error) = notify_once(&database, &process).await {
            tracing::warn!(%error, "other processes were not notified; they will read the events at their next poll");
        }
    }
}

async fn notify_once(database: &Database, process: &str) -> Result<()> {
    // A notification is not stored, so its commit need not wait for the disk.
    let mut transaction = database.begin(TransactionKind::Read).await?;
    transaction.set("select set_config('synchronous_commit', $1, true)", "off".to_owned());
    transaction.run("select pg_notify($1, $2)", [CHANNEL.into(), process.into()]).await?;
    transaction.commit().await
}

/// Reads events whenever another process notifies, and reconnects after a failure.
async fn hear(address: PostgresUrl, database: Database, process: String) {
    let mut reader = None;
    loop {
        if let Err(error) = listen(&address, &database, &process, &mut reader).await {
            tracing::warn!(%error, "cannot listen for events of other processes; trying again");
        }
        tokio::time::sleep(PAUSE).await;
    }
}

type EngineError = Box<dyn std::error::Error + Send + Sync>;

/// Listens until the connection ends. The reader stays, so that it reads the missed events afterwards.
async fn listen(
    address: &PostgresUrl,
    database: &Database,
    process: &str,
    reader: &mut Option<EventReader>,
) -> Result<(), EngineError> {
    let mut listener = Listener::open(address, CHANNEL).await?;
    if reader.is_none() {
        *reader = Some(EventReader::from_now(database.clone()).await?);
    }
    let Some(reader) = reader else { return Ok(()) };
    tracing::debug!("listening for events of other processes");
    loop {
        relay(reader, &database.followers).await?;
        loop {
            match tokio::time::timeout(POLL, listener.next()).await {
                Ok(Heard::Note(note)) if note == process => {}
                Ok(Heard::Note(_)) | Err(_) => break,
                Ok(Heard::Ended) => return Err("the connection ended".into()),
            }
        }
    }
}

/// Tells the followers of every new event.
async fn relay(reader: &mut EventReader, followers: &Followers) -> Result<()> {
    let (mut wait, longest) = PENDING;
    loop {
        let read = reader.next().await?;
        for event in &read.events {
            followers.tell(event.organisation, Action::named(&event.action), event.client, event.map);
        }
        if !read.more {
            return Ok(());
        }
        if read.events.is_empty() {
            tokio::time::sleep(wait).await;
            wait = (wait * 2).min(longest);
        } else {
            wait = PENDING.0;
        }
    }
}
