//! Writes that are one statement, on PostgreSQL, past the pool: docs/adr/0020.
//!
//! The statement is a transaction of its own, so nothing is begun or ended, and a connection that goes back needs no care: whatever
//! comes next waits behind it.

use crate::parameter::{parameters, references};
use crate::pipeline::Unanswered;
use deadpool_postgres::{
    ClientWrapper, Hook, HookError, Manager, ManagerConfig, Metrics, Object, Pool, PoolError, RecyclingMethod, Runtime,
    TimeoutType, Timeouts,
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
        let timeouts = Timeouts { wait: Some(turn), create: Some(patience), recycle: Some(patience) };
        Self(Arc::new(Inner { config, most, timeouts, patience, pools: ThreadLocal::new() }))
    }

    /// At most one row of this statement. Without an answer nobody knows whether it was done. A connection that failed costs
    /// the request that used it, and no other.
    pub(crate) async fn query_one(&self, sql: &str, values: &[Value]) -> Result<Option<Row>, Unanswered> {
        let pool = self.0.pools.get_or_try(|| self.0.pool().ok_or(Unanswered::NotOpen))?;
        let connection = pool.get().await.map_err(|error| {
            let waited = matches!(error, PoolError::Timeout(TimeoutType::Wait));
            if waited { Unanswered::TooLate } else { Unanswered::NotOpen }
        })?;
        let answer = tokio::time::timeout(self.0.patience, send(&connection, sql, values)).await;
        // Late: a peer that vanished without a word.
        let answer = answer.unwrap_or(Err(Unanswered::TooLate));
        if answer.as_ref().is_err_and(Unanswered::ends_connection) {
            drop(Object::take(connection));
        }
        answer
    }

    /// Ends every connection.
    pub(crate) fn close(&self) {
        self.0.pools.iter().for_each(Pool::close);
    }
}

async fn send(connection: &Object, sql: &str, values: &[Value]) -> Result<Option<Row>, Unanswered> {
    let statement = connection.prepare_cached(sql).await.map_err(Unanswered::NotSent)?;
    let parameters = parameters(values);
    Ok(connection.query_opt(&statement, &references(&parameters)).await?)
}

/// After how long a connection that nobody used is asked for an answer first: its server may be gone, and then nobody would
/// know of a write whether it was done.
const QUIET: Duration = Duration::from_secs(1);

async fn answering(client: &mut ClientWrapper, metrics: &Metrics) -> Result<(), HookError> {
    if metrics.last_used() > QUIET {
        client.simple_query("").await.map_err(HookError::Backend)?;
    }
    Ok(())
}

impl Inner {
    /// A thread's.
    fn pool(&self) -> Option<Pool> {
        let recycling = ManagerConfig { recycling_method: RecyclingMethod::Fast };
        let manager = Manager::from_config(self.config.clone(), NoTls, recycling);
        let pool = Pool::builder(manager).max_size(self.most).timeouts(self.timeouts).runtime(Runtime::Tokio1);
        pool.pre_recycle(Hook::async_fn(|client, metrics| Box::pin(answering(client, metrics)))).build().ok()
    }
}
