//! Writes that are one statement, on PostgreSQL, past the pool: docs/adr/0020.
//!
//! The statement says who calls, whether they may, and does it all; whether it lasts is decided afterwards. It goes out
//! together with the `begin` of its transaction, without waiting for that.

use crate::parameter::{parameters, references};
use crate::pipeline::Unanswered;
use deadpool_postgres::{
    Manager, ManagerConfig, Object, Pool, PoolError, RecyclingMethod, Runtime, TimeoutType, Timeouts,
};
use futures_util::future::join;
use sea_orm::Value;
use std::fmt;
use std::time::Duration;
use tokio_postgres::{Config, NoTls, Row};

/// What the transaction begins with. A statement that may only run inside it asks for [`BEGUN`]: were this refused, the statement
/// behind it would be a transaction of its own and last at once.
const BEGIN: &str = "begin isolation level repeatable read";
/// Whether the statement runs in a transaction that began with [`BEGIN`]: by default none has this level. It also has the
/// statement see one state of everything: where somebody else changed the same row meanwhile, it fails.
pub(crate) const BEGUN: &str = "current_setting('transaction_isolation') = 'repeatable read'";

/// The connections.
#[derive(Clone)]
pub(crate) struct Writers {
    pool: Pool,
    patience: Duration,
}

impl fmt::Debug for Writers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Writers")
    }
}

impl Writers {
    /// At most so many at once; the others wait for `turn`.
    pub(crate) fn new(config: Config, most: usize, turn: Duration, patience: Duration) -> Option<Self> {
        let recycling = ManagerConfig { recycling_method: RecyclingMethod::Fast };
        let timeouts = Timeouts { wait: Some(turn), create: Some(patience), recycle: None };
        let pool = Pool::builder(Manager::from_config(config, NoTls, recycling)).max_size(most).timeouts(timeouts);
        Some(Self { pool: pool.runtime(Runtime::Tokio1).build().ok()?, patience })
    }

    /// At most one row of this statement, and the transaction that was begun for it.
    pub(crate) async fn begin(&self, sql: &str, values: &[Value]) -> Result<(Option<Row>, Begun), Unanswered> {
        let connection = self.pool.get().await.map_err(|error| {
            let waited = matches!(error, PoolError::Timeout(TimeoutType::Wait));
            if waited { Unanswered::TooLate } else { Unanswered::NotOpen }
        })?;
        let mut begun = Begun { connection: Some(connection), patience: self.patience };
        let row = begun.run(sql, values).await?;
        Ok((row, begun))
    }

    /// Ends every connection, for good.
    pub(crate) fn close(&self) {
        self.pool.close();
    }
}

/// An open transaction; dropped, it rolls back.
pub(crate) struct Begun {
    /// Until the transaction has ended, or nobody knows whether it has: then the connection is closed.
    connection: Option<Object>,
    patience: Duration,
}

impl Begun {
    async fn run(&mut self, sql: &str, values: &[Value]) -> Result<Option<Row>, Unanswered> {
        let connection = self.connection.as_ref().ok_or(Unanswered::NotOpen)?;
        let parameters = parameters(values);
        let references = references(&parameters);
        let both = async {
            let statement = connection.prepare_cached(sql).await?;
            let (begun, row) =
                join(connection.batch_execute(BEGIN), connection.query_opt(&statement, &references)).await;
            begun?;
            row
        };
        let answer = tokio::time::timeout(self.patience, both).await;
        answer.map_or_else(|_| Err(self.vanished()), |row| Ok(row?))
    }

    /// Makes it last.
    pub(crate) async fn commit(mut self) -> Result<(), Unanswered> {
        let connection = self.connection.take().ok_or(Unanswered::NotOpen)?;
        let answer = tokio::time::timeout(self.patience, connection.batch_execute("commit")).await;
        if !matches!(answer, Ok(Ok(()))) {
            drop(Object::take(connection));
        }
        answer.map_or(Err(Unanswered::TooLate), |done| Ok(done?))
    }

    /// A peer that says nothing: whatever it may be doing ends with the connection.
    fn vanished(&mut self) -> Unanswered {
        drop(self.connection.take().map(Object::take));
        Unanswered::TooLate
    }
}

impl Drop for Begun {
    fn drop(&mut self) {
        let Some(connection) = self.connection.take() else { return };
        let patience = self.patience;
        let rollback = async move {
            let answer = tokio::time::timeout(patience, connection.batch_execute("rollback")).await;
            if !matches!(answer, Ok(Ok(()))) {
                drop(Object::take(connection));
            }
        };
        // Without a runtime the process is ending, and the connection with it.
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(rollback);
        }
    }
}
