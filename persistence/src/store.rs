//! The store: opens units of work so that nothing acknowledged is lost.

use crate::changes::Followers;
use crate::connect::{ConnectError, Settings, connect};
use crate::dialect::Sql;
use crate::engine::{Ask, Engine, Kind, Row};
use crate::identify::{identify, refuse_standby, standby};
use crate::repository::Replica;
use crate::transaction::Transaction;
use crate::unit_of_work::Opened;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::{Sealed, Target};
use domain::maps::{Revision, Shown};
use domain::supporters::Placing;
use domain::{Caller, MapId, OpenedWork, Result, Store};
use sea_orm::Value;
use std::sync::Arc;

/// A database, PostgreSQL or SQLite.
#[derive(Clone, Debug)]
pub struct Database {
    pub(crate) engine: Engine,
    /// For data of what the primary has given leave to.
    pub(crate) replica: Option<Arc<Replica>>,
    pub(crate) followers: Followers,
}

impl Database {
    /// Connects.
    ///
    /// # Errors
    /// [`ConnectError`]; on PostgreSQL also for a role that could bypass row-level security.
    pub async fn connect(settings: &Settings) -> Result<Self, ConnectError> {
        let replica = Replica::of(settings).await?.map(Arc::new);
        Ok(Self { engine: connect(settings).await?, replica, followers: Followers::default() })
    }

    /// Ends every connection that is free, for good; the others when they are.
    pub async fn close(&self) {
        if let Some(replica) = &self.replica {
            replica.close().await;
        }
        self.engine.close().await;
    }

    /// At most one row of a statement that is a transaction of its own and changes nothing.
    pub(crate) async fn read(&self, sql: &'static Sql, values: impl Into<Vec<Value>>) -> Result<Option<Row>> {
        Ok(self.engine.alone(Ask::new(sql.on(self.engine.backend()), values)).await?.rows.pop())
    }

    /// Begins a transaction; dropped, it rolls back.
    pub(crate) async fn begin(&self, kind: Kind) -> Result<Transaction> {
        Ok(Transaction::new(self.engine.session(kind).await?))
    }

    async fn opened(
        &self,
        caller: &Caller,
        kind: Kind,
        about: Option<Target>,
        at: DateTime<Utc>,
    ) -> Result<Box<dyn OpenedWork>> {
        let mut transaction = self.begin(kind).await?;
        let identified = identify(&mut transaction, caller, about, at).await?;
        Ok(Box::new(Opened::new(transaction, self.followers.clone(), caller, identified, at)))
    }
}

#[async_trait]
impl Store for Database {
    async fn open(
        &self,
        caller: &Caller,
        writes: bool,
        about: Option<Target>,
        at: DateTime<Utc>,
    ) -> Result<Box<dyn OpenedWork>> {
        self.opened(caller, if writes { Kind::Write } else { Kind::Read }, about, at).await
    }

    async fn open_snapshot(&self, caller: &Caller, at: DateTime<Utc>) -> Result<Box<dyn OpenedWork>> {
        self.opened(caller, Kind::Snapshot, None, at).await
    }

    async fn whole_map(
        &self,
        caller: &Caller,
        map: MapId,
        known: Option<Revision>,
        at: DateTime<Utc>,
    ) -> Result<Sealed<Shown>> {
        self.read_whole_map(caller, map, known, at).await
    }

    async fn place(&self, caller: &Caller, placing: &Placing) -> Result<Option<Sealed<bool>>> {
        self.place_at_once(caller, placing).await
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
