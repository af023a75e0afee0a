//! Writes that are one statement, on PostgreSQL, past the pool: docs/adr/0020.
//!
//! The statement is a transaction of its own, so nothing is begun or ended, and a connection that goes back needs no care: whatever
//! comes next waits behind it.

use crate::parameter::{parameters, references};
use crate::pipeline::Unanswered;
use deadpool_postgres::{
    Manager, ManagerConfig, Object, Pool, PoolError, RecyclingMethod, Runtime, TimeoutType, Timeouts,
};
use sea_orm::Value;
use std::fmt;
use std::time::Duration;
use tokio_postgres::{Config, NoTls, Row};

/// The connections. They are not shared like those for reads, since a write waits for the disk.
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

    /// At most one row of this statement. Without an answer nobody knows whether it was done.
    pub(crate) async fn query_one(&self, sql: &str, values: &[Value]) -> Result<Option<Row>, Unanswered> {
        let connection = self.pool.get().await.map_err(|error| {
            let waited = matches!(error, PoolError::Timeout(TimeoutType::Wait));
            if waited { Unanswered::TooLate } else { Unanswered::NotOpen }
        })?;
        let parameters = parameters(values);
        let answer = async {
            let statement = connection.prepare_cached(sql).await?;
            connection.query_opt(&statement, &references(&parameters)).await
        };
        match tokio::time::timeout(self.patience, answer).await {
            Ok(row) => Ok(row?),
            Err(_) => {
                // A peer that vanished without a word.
                drop(Object::take(connection));
                Err(Unanswered::TooLate)
            }
        }
    }

    /// Ends every connection, for good.
    pub(crate) fn close(&self) {
        self.pool.close();
    }
}
