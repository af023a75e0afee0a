//! The store: opens units of work so that nothing acknowledged is lost.

use crate::anchor::Anchor;
use crate::changes::Followers;
use crate::connect::{ConnectError, Direct, Settings, anchor, connect, direct, readers};
use crate::dialect::Sql;
use crate::error::from_db;
use crate::identify::{identify, refuse_standby};
use crate::pooler::{self, Preamble};
use crate::readers::Readers;
use crate::repository::Replica;
use crate::unit_of_work::Opened;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::Sealed;
use domain::maps::{Revision, Shown};
use domain::supporters::Placing;
use domain::{Caller, Error, MapId, OpenedWork, OrganisationId, Result, Store};
use sea_orm::{
    ConnectionTrait, DatabaseBackend, DatabaseConnection, DatabaseTransaction, IsolationLevel, QueryResult,
    SqliteTransactionMode, Statement, TransactionOptions, TryGetable, Value,
};
use std::sync::Arc;
use tokio::sync::{Mutex, OwnedMutexGuard};
use tokio_postgres::types::FromSql;

/// A database, PostgreSQL or SQLite.
#[derive(Clone, Debug)]
pub struct Database {
    pub(crate) connection: DatabaseConnection,
    direct: Option<Direct>,
    readers: Option<Readers>,
    anchor: Option<Anchor>,
    pub(crate) preamble: Preamble,
    /// For data of what the primary has given leave to.
    pub(crate) replica: Option<Arc<Replica>>,
    /// SQLite has one writer: waiting here, in order, beats the busy handler's blind retries.
    writer: Arc<Mutex<()>>,
    pub(crate) followers: Followers,
}

impl Database {
    /// Connects.
    ///
    /// # Errors
    /// [`ConnectError`]; on PostgreSQL also for a role that could bypass row-level security.
    pub async fn connect(settings: &Settings) -> Result<Self, ConnectError> {
        let replica = Replica::of(settings).await?.map(Arc::new);
        let (connection, preamble) = connect(settings).await?;
        let direct = direct(settings, &connection).await;
        let (readers, anchor, writer) = (readers(settings)?, anchor(settings).await?, Arc::default());
        Ok(Self { connection, direct, readers, anchor, preamble, replica, writer, followers: Followers::default() })
    }

    /// Ends every connection.
    ///
    /// # Errors
    /// [`Error::Unavailable`] if the database does not let go.
    pub async fn close(&self) -> Result<()> {
        if let Some(direct) = &self.direct {
            direct.close();
        }
        if let Some(readers) = &self.readers {
            readers.close().await;
        }
        if let Some(replica) = &self.replica {
            replica.close().await;
        }
        let closed = self.connection.close_by_ref().await;
        if let Some(anchor) = &self.anchor {
            anchor.close().await;
        }
        closed.map_err(|error| Error::Unavailable(error.into()))
    }

    /// Unless they are closed.
    pub(crate) fn direct(&self) -> Option<&Direct> {
        self.direct.as_ref().filter(|direct| !direct.is_closed())
    }

    /// At most one row of a statement that is a transaction of its own and changes nothing.
    pub(crate) async fn read(&self, sql: &'static Sql, values: Vec<Value>) -> Result<Option<Answer>> {
        let backend = self.connection.get_database_backend();
        let sql = sql.on(backend);
        if let Some(direct) = self.direct() {
            match direct.reads.query_one(sql, &values).await {
                Ok(row) => return Ok(row.map(Answer::Pipelined)),
                Err(error) => tracing::debug!(%error, "a single read goes by the pool"),
            }
        }
        if let Some(readers) = &self.readers {
            match readers.query_one(sql, &values).await {
                Ok(row) => return Ok(row.map(|row| Answer::Pooled(row.into()))),
                Err(error) => tracing::debug!(%error, "a single read goes by the pool"),
            }
        }
        let statement = Statement::from_sql_and_values(backend, sql, values);
        let row = pooler::query_one(&self.connection, &self.preamble, statement).await.map_err(from_db)?;
        Ok(row.map(Answer::Pooled))
    }

    /// Begins a transaction; dropped, it rolls back.
    pub(crate) async fn begin(&self, writes: bool) -> Result<Transaction> {
        self.begin_at(writes, None).await
    }

    async fn begin_at(&self, writes: bool, isolation: Option<IsolationLevel>) -> Result<Transaction> {
        let sqlite = self.connection.get_database_backend() == DatabaseBackend::Sqlite;
        let turn = if sqlite && writes { Some(self.writer.clone().lock_owned().await) } else { None };
        let mode = if writes { SqliteTransactionMode::Immediate } else { SqliteTransactionMode::Deferred };
        let options = TransactionOptions {
            isolation_level: isolation,
            sqlite_transaction_mode: sqlite.then_some(mode),
            ..TransactionOptions::default()
        };
        let transaction = pooler::begin(&self.connection, &self.preamble, options).await.map_err(from_db)?;
        Ok(Transaction { inner: transaction, followers: self.followers.clone(), _turn: turn })
    }
}

/// A row, by whichever driver.
pub(crate) enum Answer {
    Pooled(QueryResult),
    Pipelined(tokio_postgres::Row),
}

impl Answer {
    pub(crate) fn get<T>(&self, column: &str) -> Result<T>
    where
        T: TryGetable + for<'a> FromSql<'a>,
    {
        match self {
            Self::Pooled(row) => row.try_get("", column).map_err(from_db),
            Self::Pipelined(row) => row.try_get(column).map_err(Error::internal),
        }
    }
}

/// An open transaction, and on SQLite the turn to write.
pub(crate) struct Transaction {
    // Declared first: the transaction rolls back before the turn is given up.
    pub(crate) inner: DatabaseTransaction,
    pub(crate) followers: Followers,
    _turn: Option<OwnedMutexGuard<()>>,
}

impl Transaction {
    pub(crate) fn postgres(&self) -> bool {
        self.inner.get_database_backend() == DatabaseBackend::Postgres
    }

    /// Tells row-level security which organisation this transaction is in, if any. SQLite has no such lock.
    pub(crate) async fn enter(&self, organisation: Option<OrganisationId>) -> Result<()> {
        if self.postgres() {
            let id = organisation.map(|id| id.to_string()).unwrap_or_default();
            self.execute("select set_config('app.org_id', $1, true)", [id.into()]).await?;
        }
        Ok(())
    }

    pub(crate) async fn commit(self) -> Result<()> {
        self.inner.commit().await.map_err(from_db)
    }
}

#[async_trait]
impl Store for Database {
    async fn open(&self, caller: &Caller, writes: bool, at: DateTime<Utc>) -> Result<Box<dyn OpenedWork>> {
        let transaction = self.begin(writes).await?;
        let identified = identify(&transaction, caller, at).await?;
        Ok(Box::new(Opened::new(transaction, caller, identified, at)))
    }

    async fn open_snapshot(&self, caller: &Caller, at: DateTime<Utc>) -> Result<Box<dyn OpenedWork>> {
        // A transaction of SQLite is a snapshot anyway.
        let postgres = self.connection.get_database_backend() == DatabaseBackend::Postgres;
        let transaction = self.begin_at(false, postgres.then_some(IsolationLevel::RepeatableRead)).await?;
        let identified = identify(&transaction, caller, at).await?;
        Ok(Box::new(Opened::new(transaction, caller, identified, at)))
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
        if self.connection.get_database_backend() == DatabaseBackend::Sqlite {
            return self.connection.ping().await.map_err(|error| Error::Unavailable(error.into()));
        }
        let statement = Statement::from_string(DatabaseBackend::Postgres, "select pg_is_in_recovery() as standby");
        let row = pooler::query_one(&self.connection, &self.preamble, statement).await.map_err(from_db)?;
        let standby = row.map(|row| row.try_get("", "standby")).transpose().map_err(from_db)?;
        refuse_standby(standby.unwrap_or(true))
    }

    async fn try_write(&self, at: DateTime<Utc>) -> Result<()> {
        self.probe_writes(at).await
    }
}
