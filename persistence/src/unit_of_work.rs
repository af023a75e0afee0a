//! One transaction, entered for one organisation.

use crate::entity::idempotency;
use crate::error::from_db;
use crate::replay;
use crate::scoped::{self, OrgOwned};
use crate::store::Transaction;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::{Identity, OrgScope};
use domain::{Caller, Conflict, Error, OpenedWork, OrganisationId, PlatformUnitOfWork, Replay, Result, UnitOfWork};
use sea_orm::{
    ActiveValue::Set, ConnectionTrait, DatabaseBackend, DatabaseTransaction, DeleteMany, EntityTrait, Select,
    UpdateMany,
};

/// A transaction whose caller is known, but who has no leave yet: it reaches no repository.
pub(crate) struct Opened {
    transaction: Transaction,
    caller: Caller,
    identity: Identity,
    replay: Option<Replay>,
    at: DateTime<Utc>,
}

impl Opened {
    pub(crate) fn new(
        transaction: Transaction,
        caller: &Caller,
        identity: Identity,
        replay: Option<Replay>,
        at: DateTime<Utc>,
    ) -> Self {
        Self { transaction, caller: caller.clone(), identity, replay, at }
    }
}

#[async_trait]
impl OpenedWork for Opened {
    fn identity(&self) -> &Identity {
        &self.identity
    }

    fn replay(&mut self) -> Option<Replay> {
        self.replay.take()
    }

    fn enter(self: Box<Self>, scope: OrgScope) -> Box<dyn UnitOfWork> {
        Box::new(Unit { transaction: self.transaction, scope, caller: self.caller, at: self.at })
    }

    async fn platform(self: Box<Self>) -> Result<Box<dyn PlatformUnitOfWork>> {
        // The operator may be a member of some organisation: here they act for none.
        self.transaction.enter(None).await?;
        Ok(Box::new(PlatformUnit { transaction: self.transaction, caller: self.caller, at: self.at }))
    }
}

/// A transaction inside one organisation. Every repository is this type: see `repository/`.
pub(crate) struct Unit {
    transaction: Transaction,
    scope: OrgScope,
    caller: Caller,
    at: DateTime<Utc>,
}

impl Unit {
    pub(crate) fn db(&self) -> &DatabaseTransaction {
        &self.transaction.inner
    }

    pub(crate) fn backend(&self) -> DatabaseBackend {
        self.db().get_database_backend()
    }

    pub(crate) fn organisation(&self) -> OrganisationId {
        self.scope.organisation()
    }

    pub(crate) fn find<E: OrgOwned>(&self) -> Select<E> {
        scoped::find(self.organisation())
    }

    pub(crate) fn update<E: OrgOwned>(&self) -> UpdateMany<E> {
        scoped::update(self.organisation())
    }

    pub(crate) fn delete<E: OrgOwned>(&self) -> DeleteMany<E> {
        scoped::delete(self.organisation())
    }
}

/// Keeps the outcome under the caller's key. The primary key decides which of two at once was first.
async fn keep(transaction: &Transaction, caller: &Caller, at: DateTime<Utc>, replay: Option<Replay>) -> Result<()> {
    let (Some(key), Some(replay)) = (&caller.idempotency, replay) else { return Ok(()) };
    let row = idempotency::ActiveModel {
        user_id: Set(caller.user.0),
        key_hash: Set(replay::key_hash(caller.user, key)),
        fingerprint: Set(key.fingerprint.to_vec()),
        outcome: Set(replay::seal(caller.user, key, replay)?),
        created_at: Set(at),
    };
    let insert = idempotency::Entity::insert(row).exec_without_returning(&transaction.inner).await;
    insert.map(drop).map_err(|error| match from_db(error) {
        Error::Conflict(Conflict::IdTaken) => Error::InFlight,
        other => other,
    })
}

/// A transaction of the operator's, outside every organisation.
pub(crate) struct PlatformUnit {
    transaction: Transaction,
    caller: Caller,
    at: DateTime<Utc>,
}

impl PlatformUnit {
    pub(crate) fn db(&self) -> &DatabaseTransaction {
        &self.transaction.inner
    }
}

#[async_trait]
impl PlatformUnitOfWork for PlatformUnit {
    async fn within(self: Box<Self>, scope: OrgScope) -> Result<Box<dyn UnitOfWork>> {
        self.transaction.enter(Some(scope.organisation())).await?;
        Ok(Box::new(Unit { transaction: self.transaction, scope, caller: self.caller, at: self.at }))
    }

    async fn commit(self: Box<Self>, outcome: Option<Replay>) -> Result<()> {
        keep(&self.transaction, &self.caller, self.at, outcome).await?;
        self.transaction.commit().await
    }
}

#[async_trait]
impl UnitOfWork for Unit {
    async fn commit(self: Box<Self>, outcome: Option<Replay>) -> Result<()> {
        keep(&self.transaction, &self.caller, self.at, outcome).await?;
        self.transaction.commit().await
    }
}
