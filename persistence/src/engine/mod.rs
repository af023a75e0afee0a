//! The engine: sessions that send statements in flights, on either driver (docs/adr/0032).
//!
//! A flight is a few statements that are sent together and waited for once. A session is a transaction: it begins with its first
//! flight and ends with [`Session::commit`] or [`Session::end`]; dropped, it rolls back. Only this folder knows the drivers.

mod error;
mod listen;
mod observed;
mod postgres;
mod postgres_url;
mod row;
mod shared_connection;
mod sqlite;
mod sqlite_file;
mod tls;
mod value;

pub use error::{EngineError, Failed, Refusal};
pub(crate) use listen::{Heard, Listener};
use postgres::Repeated;
pub use postgres::{Postgres, Sizes};
pub use postgres_url::PostgresUrl;
pub(crate) use postgres_url::is_postgres;
pub use postgres_url::{PostgresUrlError, ProgramAddress, open_postgres, postgres_role, program_address};
pub use row::{Cell, Row};
pub(crate) use row::{FromRow, rows};
pub use sqlite::Sqlite;
pub use sqlite_file::{open_sqlite, sqlite_file};

use domain::ports::TransactionKind;
use sea_orm::{DatabaseBackend, QueryTrait, Value};
use std::borrow::Cow;
use std::fmt;
use std::time::Instant;
use tracing::{Instrument, Span};

/// One statement of a flight.
#[derive(Clone)]
pub struct Ask {
    sql: Cow<'static, str>,
    values: Vec<Value>,
    /// What the answer must be. Otherwise the statement fails, and with it a COMMIT in the same flight.
    expects: Option<Expected>,
}

/// Without the values.
impl fmt::Debug for Ask {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ask").field("sql", &self.sql).field("expects", &self.expects).finish_non_exhaustive()
    }
}

/// What the answer to a statement must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Expected {
    /// It changes this many rows.
    Rows(u64),
    /// It changes one row and returns this column of it.
    Row(&'static str),
    /// The one column of its one row is true.
    True,
}

impl Ask {
    /// A statement written by hand.
    pub fn new(sql: impl Into<Cow<'static, str>>, values: impl Into<Vec<Value>>) -> Self {
        Self { sql: sql.into(), values: values.into(), expects: None }
    }

    /// Makes the change fail unless it changes this many rows.
    pub fn expecting(self, rows: u64) -> Self {
        Self { expects: Some(Expected::Rows(rows)), ..self }
    }

    /// Makes the change return this column, and fail unless it changes one row.
    pub fn returning(self, column: &'static str) -> Self {
        Self { expects: Some(Expected::Row(column)), ..self }
    }

    /// Makes the query fail unless its only value is true.
    pub fn expecting_true(self) -> Self {
        Self { expects: Some(Expected::True), ..self }
    }

    /// The number of its values.
    pub fn size(&self) -> usize {
        self.values.len()
    }

    /// A built query.
    pub fn of(query: &impl QueryTrait, backend: DatabaseBackend) -> Self {
        let statement = query.build(backend);
        Self::new(statement.sql, statement.values.map(|values| values.0).unwrap_or_default())
    }
}

/// The answer to one statement.
#[derive(Debug, Default)]
pub struct Answer {
    /// The rows that it returned.
    pub rows: Vec<Row>,
    /// The number of rows that it changed.
    pub affected: u64,
}

/// The use of a pool's connections.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PoolUse {
    /// Connections that a transaction uses.
    pub in_use: usize,
    /// Open connections that no transaction uses.
    pub idle: usize,
    /// Transactions that wait for a connection.
    pub waiting: usize,
    /// The maximum number of connections.
    pub most: usize,
}

/// A database.
#[derive(Clone, Debug)]
pub enum Engine {
    /// A PostgreSQL server.
    Postgres(Postgres),
    /// A SQLite file.
    Sqlite(Sqlite),
}

impl Engine {
    /// Which database it is.
    pub fn backend(&self) -> DatabaseBackend {
        match self {
            Self::Postgres(_) => DatabaseBackend::Postgres,
            Self::Sqlite(_) => DatabaseBackend::Sqlite,
        }
    }

    /// Runs one statement that changes nothing, as a transaction of its own.
    ///
    /// # Errors
    /// [`EngineError`].
    pub async fn alone(&self, ask: Ask) -> Result<Answer, EngineError> {
        let sql = ask.sql.clone();
        let flight = observed::flight(&Span::current(), self.backend(), std::slice::from_ref(&ask));
        let answer = async {
            match self {
                Self::Postgres(postgres) => postgres.alone(ask).await,
                Self::Sqlite(sqlite) => sqlite.alone(ask).await,
            }
        };
        let answer = answer.instrument(flight.clone()).await;
        observed::landed(&flight, &answer);
        observed::log(&sql, answer.as_ref().ok());
        answer
    }

    /// A session, once a connection is free.
    ///
    /// # Errors
    /// [`EngineError`].
    pub async fn session(&self, kind: TransactionKind) -> Result<Session, EngineError> {
        let began = Instant::now();
        let inner = match self {
            Self::Postgres(postgres) => postgres.session(kind).await.map(Inner::Postgres),
            Self::Sqlite(sqlite) => sqlite.session(kind).await.map(Inner::Sqlite),
        };
        observed::acquired(began, &inner);
        Ok(Session { inner: inner?, span: Span::current() })
    }

    /// The use of the pool's connections. Those for single reads on PostgreSQL are not in the pool.
    pub fn pool_use(&self) -> PoolUse {
        match self {
            Self::Postgres(postgres) => postgres.pool_use(),
            Self::Sqlite(sqlite) => sqlite.pool_use(),
        }
    }

    /// Closes every connection for good.
    pub async fn close(&self) {
        match self {
            Self::Postgres(postgres) => postgres.close(),
            Self::Sqlite(sqlite) => sqlite.close().await,
        }
    }
}

/// A transaction.
#[derive(Debug)]
pub struct Session {
    inner: Inner,
    /// That of its use case.
    span: Span,
}

#[derive(Debug)]
enum Inner {
    Postgres(postgres::Session),
    Sqlite(sqlite::Session),
}

impl Session {
    /// Which database it is on.
    pub fn backend(&self) -> DatabaseBackend {
        match &self.inner {
            Inner::Postgres(_) => DatabaseBackend::Postgres,
            Inner::Sqlite(_) => DatabaseBackend::Sqlite,
        }
    }

    /// Sends these statements together and returns their answers in order. None can use another's answer.
    ///
    /// # Errors
    /// The first statement that [`Failed`]; the session can only be dropped then.
    pub async fn fly(&mut self, asks: Vec<Ask>) -> Result<Vec<Answer>, Failed> {
        self.send(asks, false, Repeated::Uncommitted).await
    }

    /// Sends these statements and COMMIT in one flight.
    ///
    /// # Errors
    /// The first statement that [`Failed`]. Without an answer ([`EngineError::is_passing`]) it is unknown whether it committed.
    pub async fn commit(mut self, asks: Vec<Ask>) -> Result<Vec<Answer>, Failed> {
        self.send(asks, true, Repeated::Uncommitted).await
    }

    /// Like [`Session::commit`] for a first flight that may be committed twice: it is sent again if the connection is lost.
    ///
    /// # Errors
    /// As [`Session::commit`].
    pub async fn commit_idempotent(mut self, asks: Vec<Ask>) -> Result<Vec<Answer>, Failed> {
        self.send(asks, true, Repeated::Always).await
    }

    /// Ends a session that only read, without waiting.
    pub fn end(self) {
        match self.inner {
            Inner::Postgres(session) => session.end(),
            // Dropped, it rolls back.
            Inner::Sqlite(_) => {}
        }
    }

    async fn send(&mut self, asks: Vec<Ask>, last: bool, repeated: Repeated) -> Result<Vec<Answer>, Failed> {
        let sent: Vec<_> = asks.iter().map(|ask| ask.sql.clone()).collect();
        let flight = observed::flight(&self.span, self.backend(), &asks);
        let answers = async {
            match &mut self.inner {
                Inner::Postgres(session) => session.fly(&asks, last, repeated).await,
                Inner::Sqlite(session) => session.fly(asks, last).await,
            }
        };
        let answers = answers.instrument(flight.clone()).await;
        observed::landed(&flight, &answers);
        for (at, sql) in sent.iter().enumerate() {
            observed::log(sql, answers.as_ref().ok().and_then(|answers| answers.get(at)));
        }
        answers
    }
}
