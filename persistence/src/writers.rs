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
use std::sync::Arc;
use std::time::Duration;
use thread_local::ThreadLocal;
use tokio_postgres::{Config, NoTls, Row};

/// The connections. They are not shared like those for reads, since a write waits for the disk. But each thread that serves has
/// its own: with another's, both threads would have to be woken for each statement.
#[derive(Clone)]
pub(crate) struct Writers(Arc<Inner>);

struct Inner {
    config: Config,
    most: usize,
    timeouts: Timeouts,
    patience: Duration,
    pools: ThreadLocal<Pool>,
}

impl fmt::Debug for Writers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Writers")
    }
}

impl Writers {
    /// At most so many at once for each thread; the others wait for `turn`.
    pub(crate) fn new(config: Config, most: usize, turn: Duration, patience: Duration) -> Self {
        let timeouts = Timeouts { wait: Some(turn), create: Some(patience), recycle: None };
        Self(Arc::new(Inner { config, most, timeouts, patience, pools: ThreadLocal::new() }))
    }

    /// At most one row of this statement. Without an answer nobody knows whether it was done.
    pub(crate) async fn query_one(&self, sql: &str, values: &[Value]) -> Result<Option<Row>, Unanswered> {
        let pool = self.0.pools.get_or_try(|| self.0.pool().ok_or(Unanswered::NotOpen))?;
        let connection = pool.get().await.map_err(|error| {
            let waited = matches!(error, PoolError::Timeout(TimeoutType::Wait));
            if waited { Unanswered::TooLate } else { Unanswered::NotOpen }
        })?;
        let parameters = parameters(values);
        let answer = async {
            let statement = connection.prepare_cached(sql).await?;
            connection.query_opt(&statement, &references(&parameters)).await
        };
        match tokio::time::timeout(self.0.patience, answer).await {
            Ok(row) => Ok(row?),
            Err(_) => {
                // A peer that vanished without a word.
                drop(Object::take(connection));
                Err(Unanswered::TooLate)
            }
        }
    }

    /// Ends every connection.
    pub(crate) fn close(&self) {
        self.0.pools.iter().for_each(Pool::close);
    }
}

impl Inner {
    /// A thread's.
    fn pool(&self) -> Option<Pool> {
        let recycling = ManagerConfig { recycling_method: RecyclingMethod::Fast };
        let manager = Manager::from_config(self.config.clone(), NoTls, recycling);
        Pool::builder(manager).max_size(self.most).timeouts(self.timeouts).runtime(Runtime::Tokio1).build().ok()
    }
}
