//! Reads that are one statement, on PostgreSQL, past the pool: docs/adr/0019.
//!
//! A thread that serves requests has one connection of its own for them, shared by all its requests: statements follow each
//! other without waiting for answers. There are no transactions here, so nothing is begun, rolled back or handed round, and
//! a pooled connection's two round trips on release are saved. Whatever goes wrong, the pool is asked instead.

use crate::parameter::{parameters, references};
use sea_orm::Value;
use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use thread_local::ThreadLocal;
use tokio_postgres::error::Severity;
use tokio_postgres::{Client, Config, NoTls, Row, Statement};

/// How long after a failure a connection is tried again.
const PAUSE: Duration = Duration::from_secs(5);

/// The connections, one for each thread that has asked.
#[derive(Clone)]
pub(crate) struct Pipeline(Arc<Inner>);

struct Inner {
    config: Config,
    patience: Duration,
    lanes: ThreadLocal<Arc<Lane>>,
}

impl fmt::Debug for Pipeline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pipeline")
    }
}

/// Why a statement was not answered here; the pool answers it, or tells what is wrong with it.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Unanswered {
    #[error("there is no connection yet")]
    NotOpen,
    #[error("no answer in time")]
    TooLate,
    /// The connection failed, or refused to prepare it: the statement was not sent.
    #[error("not sent: {0}")]
    NotSent(tokio_postgres::Error),
    #[error(transparent)]
    Failed(#[from] tokio_postgres::Error),
}

impl Unanswered {
    /// Whether the connection is of no use any more. Its task may notice that later than the next caller asks for it.
    pub(crate) fn ends_connection(&self) -> bool {
        match self {
            Self::NotOpen => false,
            Self::TooLate => true,
            Self::NotSent(error) | Self::Failed(error) => error
                .as_db_error()
                .is_none_or(|refused| matches!(refused.parsed_severity(), Some(Severity::Fatal | Severity::Panic))),
        }
    }
}

/// A thread's connection.
#[derive(Default)]
struct Lane(Mutex<State>);

#[derive(Default)]
enum State {
    #[default]
    New,
    Opening,
    Open(Arc<Connection>),
    /// Since when it has been of no use.
    Failed(Instant),
    /// For good.
    Closed,
}

struct Connection {
    client: Client,
    /// By the address of the statement's text, which is made once.
    prepared: Mutex<HashMap<usize, Statement>>,
}

impl Pipeline {
    /// Connects when asked for the first time.
    pub(crate) fn new(config: Config, patience: Duration) -> Self {
        Self(Arc::new(Inner { config, patience, lanes: ThreadLocal::new() }))
    }

    /// At most one row of this statement.
    pub(crate) async fn query_one(&self, sql: &'static str, values: &[Value]) -> Result<Option<Row>, Unanswered> {
        let lane = self.0.lanes.get_or_default();
        let connection = lane.connection(&self.0)?;
        let answer = tokio::time::timeout(self.0.patience, connection.query_one(sql, values)).await;
        // Late: a peer that vanished without a word.
        let answer = answer.unwrap_or(Err(Unanswered::TooLate));
        if answer.as_ref().is_err_and(Unanswered::ends_connection) {
            lane.set(State::Failed(Instant::now()));
        }
        answer
    }

    /// Ends every connection, for good.
    pub(crate) fn close(&self) {
        self.0.lanes.iter().for_each(|lane| lane.set(State::Closed));
    }
}

impl Lane {
    /// The connection, if it is open; if not, it is being opened from now on.
    fn connection(self: &Arc<Self>, inner: &Arc<Inner>) -> Result<Arc<Connection>, Unanswered> {
        let mut state = self.state();
        match &*state {
            State::Open(connection) if !connection.client.is_closed() => return Ok(connection.clone()),
            State::Failed(since) if since.elapsed() < PAUSE => return Err(Unanswered::NotOpen),
            State::Opening | State::Closed => return Err(Unanswered::NotOpen),
            State::New | State::Open(_) | State::Failed(_) => *state = State::Opening,
        }
        drop(state);
        let (lane, inner) = (self.clone(), inner.clone());
        tokio::spawn(async move {
            match inner.config.connect(NoTls).await {
                Ok((client, connection)) => {
                    lane.opened(Connection { client, prepared: Mutex::default() });
                    // Ends with the connection; who waits for an answer then is told so by the client.
                    drop(connection.await);
                }
                Err(error) => {
                    tracing::warn!(%error, "no connection for single reads; they go by the pool");
                    lane.set(State::Failed(Instant::now()));
                }
            }
        });
        Err(Unanswered::NotOpen)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn opened(&self, connection: Connection) {
        let mut state = self.state();
        if !matches!(*state, State::Closed) {
            *state = State::Open(Arc::new(connection));
        }
    }

    fn set(&self, next: State) {
        let mut state = self.state();
        if !matches!(*state, State::Closed) {
            *state = next;
        }
    }
}

impl Connection {
    async fn query_one(&self, sql: &'static str, values: &[Value]) -> Result<Option<Row>, Unanswered> {
        let statement = self.statement(sql).await?;
        let parameters = parameters(values);
        Ok(self.client.query_opt(&statement, &references(&parameters)).await?)
    }

    async fn statement(&self, sql: &'static str) -> Result<Statement, Unanswered> {
        let prepared = || self.prepared.lock().unwrap_or_else(PoisonError::into_inner);
        let address = sql.as_ptr().addr();
        if let Some(statement) = prepared().get(&address) {
            return Ok(statement.clone());
        }
        let statement = self.client.prepare(sql).await.map_err(Unanswered::NotSent)?;
        prepared().insert(address, statement.clone());
        Ok(statement)
    }
}
