//! The database, and the store that opens units of work on it.

use crate::authentication::{identified, identifying, refuse_standby, standby};
use crate::connect::{ConnectError, Settings, connect};
use crate::encryption::OrganisationKeys;
use crate::engine::{Ask, Engine, PoolUse};
use crate::followers::Followers;
use crate::repository::Replica;
use crate::transaction::Transaction;
use crate::unit_of_work::Opened;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::Target;
use domain::ports::{OpenTransaction, Store, TransactionKind};
use domain::{Caller, Result};
use std::sync::Arc;
use tokio::sync::Notify;

/// A database, PostgreSQL or SQLite.
#[derive(Clone, Debug)]
pub struct Database {
    pub(crate) engine: Engine,
    /// Reads data that the primary has authorized.
    pub(crate) replica: Option<Arc<Replica>>,
    pub(crate) followers: Followers,
    /// Decrypt the keys of clients.
    pub(crate) keys: OrganisationKeys,
    /// Whether lines of reads in the access log wait for the disk of PostgreSQL.
    pub(crate) durable_read_log: bool,
    /// Wakes a worker of this process when a job was enqueued.
    pub(crate) jobs: Arc<Notify>,
}

impl Database {
    /// Connects to the database and its replica.
    ///
    /// # Errors
    /// [`ConnectError`], on PostgreSQL also for a role that could bypass row-level security.
    pub async fn connect(settings: &Settings) -> Result<Self, ConnectError> {
        let replica = Replica::of(settings).await?.map(Arc::new);
        let (engine, keys) = (connect(settings).await?, OrganisationKeys::new(settings.keys.clone()));
        let durable_read_log = settings.durable_read_log;
        Ok(Self { engine, replica, followers: Followers::default(), keys, durable_read_log, jobs: Arc::default() })
    }

    /// The use of the connections to the primary.
    #[must_use]
    pub fn pool_use(&self) -> PoolUse {
        self.engine.pool_use()
    }

    /// Closes every connection: the idle ones now, the others when they become idle.
    pub async fn close(&self) {
        if let Some(replica) = &self.replica {
            replica.close().await;
        }
        self.engine.close().await;
    }

    /// Begins a transaction. Dropped, it rolls back.
    pub(crate) async fn begin(&self, kind: TransactionKind) -> Result<Transaction> {
        Ok(Transaction::new(self.engine.session(kind).await?))
    }
}

#[async_trait]
impl Store for Database {
    /// A transaction that only reads begins with its second statement: the first stands alone, and may be all of it.
    async fn open(
        &self,
        caller: &Caller,
        kind: TransactionKind,
        on: Option<Target>,
        at: DateTime<Utc>,
    ) -> Result<Box<dyn OpenTransaction>> {
        let ask = identifying(self.engine.backend(), caller, on, at)?;
        let (transaction, identified) = if kind == TransactionKind::Read {
            let row = self.engine.alone(ask).await?.rows.pop();
            let identified = identified(row.as_ref(), caller, on, at)?;
            (Transaction::later(self.engine.clone(), caller.user, &identified.principal), identified)
        } else {
            let mut transaction = self.begin(kind).await?;
            let row = transaction.ask(ask).await?.rows.pop();
            (transaction, identified(row.as_ref(), caller, on, at)?)
        };
        Ok(Box::new(Opened::new(transaction, self.clone(), caller, identified, at)))
    }

    async fn ping(&self) -> Result<()> {
        let sql = format!("select {}", standby(self.engine.backend()));
        let row = self.engine.alone(Ask::new(sql, [])).await?.rows.pop();
        refuse_standby(row.map_or(Ok(true), |row| row.get("standby"))?)
    }

    async fn try_write(&self, at: DateTime<Utc>) -> Result<()> {
        self.probe_writes(at).await
    }
}
