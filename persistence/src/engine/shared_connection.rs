//! A connection that all requests of a thread share for single reads on PostgreSQL.
//!
//! Statements are sent without waiting for the answers before them. There are no transactions, so nothing is begun or rolled
//! back; with a connection of the pool a single read costs half as much again (docs/adr/0032).

use super::error::EngineError;
use super::postgres::{send, sendable};
use super::postgres_url::PostgresUrl;
use super::value::type_of;
use super::{Answer, Ask};
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use thread_local::ThreadLocal;
use tokio_postgres::types::Type;
use tokio_postgres::{Client, Statement};

/// The wait after a failure before the next attempt to connect.
const PAUSE: Duration = Duration::from_secs(5);

/// The shared connections, one for each thread that has sent a statement.
pub(super) struct Lanes {
    address: Arc<PostgresUrl>,
    timeout: Duration,
    lanes: ThreadLocal<Arc<SharedConnection>>,
}

impl fmt::Debug for Lanes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Lanes")
    }
}

/// A thread's connection.
#[derive(Default)]
struct SharedConnection(Mutex<State>);

#[derive(Default)]
enum State {
    #[default]
    New,
    Opening,
    Open(Arc<Connection>),
    /// Connecting failed, or the connection did, at this moment.
    Failed(Instant),
    /// Closed for good.
    Closed,
}

struct Connection {
    client: Client,
    /// Prepared statements by their text. There are few.
    prepared: Mutex<HashMap<Cow<'static, str>, Statement>>,
}

impl Lanes {
    /// Makes the set; each connection opens with the first statement of its thread.
    pub(super) fn new(address: PostgresUrl, timeout: Duration) -> Self {
        Self { address: Arc::new(address), timeout, lanes: ThreadLocal::new() }
    }

    /// Sends a statement; `None` if the connection is not open.
    pub(super) async fn ask(&self, ask: &Ask) -> Option<Result<Answer, EngineError>> {
        let lane = self.lanes.get_or_default();
        let connection = lane.connection(&self.address)?;
        let answer = tokio::time::timeout(self.timeout, connection.ask(ask)).await;
        // No answer: the peer vanished without closing the connection.
        let answer = answer.unwrap_or(Err(EngineError::Late));
        if answer.as_ref().is_err_and(EngineError::ends_connection) {
            lane.set(State::Failed(Instant::now()));
        }
        Some(answer)
    }

    /// Closes every connection for good.
    pub(super) fn close(&self) {
        self.lanes.iter().for_each(|lane| lane.set(State::Closed));
    }
}

impl SharedConnection {
    /// The connection, if it is open. Otherwise starts to open it.
    fn connection(self: &Arc<Self>, address: &Arc<PostgresUrl>) -> Option<Arc<Connection>> {
        let mut state = self.state();
        match &*state {
            State::Open(connection) if !connection.client.is_closed() => return Some(connection.clone()),
            State::Failed(since) if since.elapsed() < PAUSE => return None,
            State::Opening | State::Closed => return None,
            State::New | State::Open(_) | State::Failed(_) => *state = State::Opening,
        }
        drop(state);
        let (lane, address) = (self.clone(), address.clone());
        tokio::spawn(async move {
            match address.connect().await {
                Ok(client) => lane.set(State::Open(Arc::new(Connection { client, prepared: Mutex::default() }))),
                Err(error) => {
                    tracing::warn!(%error, "no connection for single reads; they use the pool");
                    lane.set(State::Failed(Instant::now()));
                }
            }
        });
        None
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set(&self, next: State) {
        let mut state = self.state();
        if !matches!(*state, State::Closed) {
            *state = next;
        }
    }
}

impl Connection {
    async fn ask(&self, ask: &Ask) -> Result<Answer, EngineError> {
        sendable(&ask.values)?;
        let statement = self.statement(ask).await?;
        Ok(send(&self.client, ask, Some(&statement)).await?)
    }

    async fn statement(&self, ask: &Ask) -> Result<Statement, EngineError> {
        let prepared = || self.prepared.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(statement) = prepared().get(&ask.sql) {
            return Ok(statement.clone());
        }
        let types: Vec<Type> = ask.values.iter().map(type_of).collect();
        let statement = self.client.prepare_typed(&ask.sql, &types).await?;
        prepared().insert(ask.sql.clone(), statement.clone());
        Ok(statement)
    }
}
