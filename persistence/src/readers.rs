//! Reads that are one statement, on SQLite, past the pool: docs/adr/0021.
//!
//! Each connection of sqlx has a thread of its own, and to ask it something is to wake that thread and to be woken by it. A
//! pooled connection is asked once more when it goes back, which a single read does not need: it is no transaction, the
//! driver resets the statement before it hands over the row, and so a connection that waits here keeps nothing open that
//! would hold up a checkpoint. Whatever goes wrong, the pool is asked instead.

use sea_orm::Value;
use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteRow};
use sea_orm::sqlx::{self, Connection, Error};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::Semaphore;

/// The connections, opened as they are needed.
#[derive(Clone, Debug)]
pub(crate) struct Readers(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    options: SqliteConnectOptions,
    turns: Semaphore,
    idle: Mutex<Vec<SqliteConnection>>,
}

impl Readers {
    /// At most so many connections, which cannot write.
    pub(crate) fn new(options: SqliteConnectOptions, most: u32) -> Self {
        let turns = Semaphore::new(usize::try_from(most).unwrap_or(Semaphore::MAX_PERMITS));
        Self(Arc::new(Inner { options: options.pragma("query_only", "ON"), turns, idle: Mutex::default() }))
    }

    /// At most one row of this statement.
    pub(crate) async fn query_one(&self, sql: &'static str, values: &[Value]) -> Result<Option<SqliteRow>, Error> {
        let query = values.iter().try_fold(sqlx::query(sql), bound)?;
        let _turn = self.0.turns.acquire().await.map_err(|_| Error::PoolClosed)?;
        let idle = self.idle().pop();
        let mut connection = match idle {
            Some(connection) => connection,
            None => SqliteConnection::connect_with(&self.0.options).await?,
        };
        let row = query.fetch_optional(&mut connection).await?;
        // Only after an answer: a connection that failed, or that nobody waited for, is closed.
        self.idle().push(connection);
        Ok(row)
    }

    /// Ends every connection, for good.
    pub(crate) async fn close(&self) {
        self.0.turns.close();
        let idle = std::mem::take(&mut *self.idle());
        for connection in idle {
            drop(connection.close().await);
        }
    }

    fn idle(&self) -> MutexGuard<'_, Vec<SqliteConnection>> {
        self.0.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

type Query = sqlx::query::Query<'static, sqlx::Sqlite, <sqlx::Sqlite as sqlx::Database>::Arguments>;

#[expect(clippy::wildcard_enum_match_arm, reason = "the pool takes whatever is not taken here")]
fn bound(query: Query, value: &Value) -> Result<Query, Error> {
    match value {
        Value::Uuid(value) => Ok(query.bind(*value)),
        Value::ChronoDateTimeUtc(value) => Ok(query.bind(*value)),
        _ => Err(Error::Encode("no parameters of this type are sent here".into())),
    }
}
