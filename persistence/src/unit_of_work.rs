//! One transaction, entered for one organisation.

use crate::entity::idempotency;
use crate::error::from_db;
use crate::identify::{Identified, REPLAYED_FOR};
use crate::replay;
use crate::scoped::{self, OrgOwned};
use crate::store::Transaction;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::{Identity, OrgScope};
use domain::{
    Caller, Conflict, Error, MapId, OpenedWork, OrganisationId, PlatformUnitOfWork, Replay, Result, TimeZone,
    UnitOfWork,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseBackend, DatabaseTransaction, DeleteMany, EntityTrait,
    QueryFilter, Select, UpdateMany,
};
use std::collections::BTreeSet;

/// A transaction whose caller is known, but who has no leave yet: it reaches no repository.
pub(crate) struct Opened {
    transaction: Transaction,
    request: Request,
    identity: Identity,
    time_zone: TimeZone,
    replay: Option<Replay>,
}

impl Opened {
    pub(crate) fn new(
        transaction: Transaction,
        caller: &Caller,
        Identified { identity, time_zone, replay }: Identified,
        at: DateTime<Utc>,
    ) -> Self {
        let request = Request { caller: caller.clone(), organisation: identity.organisation, at };
        Self { transaction, request, identity, time_zone, replay }
    }
}

#[async_trait]
impl OpenedWork for Opened {
    fn identity(&self) -> &Identity {
        &self.identity
    }

    fn time_zone(&self) -> TimeZone {
        self.time_zone
    }

    fn replay(&mut self) -> Option<Replay> {
        self.replay.take()
    }

    fn enter(self: Box<Self>, scope: OrgScope) -> Box<dyn UnitOfWork> {
        Box::new(Unit { transaction: self.transaction, scope, request: self.request, touched: Vec::new() })
    }

    async fn platform(self: Box<Self>) -> Result<Box<dyn PlatformUnitOfWork>> {
        // The operator may be a member of some organisation: here they act for none.
        self.transaction.enter(None).await?;
        Ok(Box::new(PlatformUnit { transaction: self.transaction, request: self.request }))
    }
}

/// A transaction inside one organisation. Every repository is this type: see `repository/`.
pub(crate) struct Unit {
    transaction: Transaction,
    scope: OrgScope,
    request: Request,
    /// The maps that changed, to tell of after the commit.
    pub(crate) touched: Vec<MapId>,
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

/// Whose request it is, and in which organisation of theirs: what an idempotency key belongs to.
struct Request {
    caller: Caller,
    organisation: Option<OrganisationId>,
    at: DateTime<Utc>,
}

impl Request {
    /// Keeps the outcome under the caller's key. The primary key decides which of two at once was first.
    /// What the caller did too long ago to be replayed goes: its keys are free again.
    #[expect(clippy::disallowed_methods, reason = "what is kept is the user's own and names no organisation")]
    async fn keep(&self, transaction: &Transaction, replay: Option<Replay>) -> Result<()> {
        let (Some(key), Some(replay)) = (&self.caller.idempotency, replay) else { return Ok(()) };
        idempotency::Entity::delete_many()
            .filter(idempotency::Column::UserId.eq(self.caller.user.0))
            .filter(idempotency::Column::CreatedAt.lte(self.at - REPLAYED_FOR))
            .exec(&transaction.inner)
            .await
            .map_err(from_db)?;
        let row = idempotency::ActiveModel {
            user_id: Set(self.caller.user.0),
            key_hash: Set(replay::key_hash(self.caller.user, key)),
            fingerprint: Set(replay::fingerprint(key, self.organisation)),
            outcome: Set(replay::seal(self.caller.user, key, replay)?),
            created_at: Set(self.at),
        };
        let insert = idempotency::Entity::insert(row).exec_without_returning(&transaction.inner).await;
        insert.map(drop).map_err(|error| {
            let error = from_db(error);
            if matches!(error, Error::Conflict(Conflict::IdTaken)) { Error::InFlight } else { error }
        })
    }
}

/// A transaction of the operator's, outside every organisation.
pub(crate) struct PlatformUnit {
    transaction: Transaction,
    request: Request,
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
        Ok(Box::new(Unit { transaction: self.transaction, scope, request: self.request, touched: Vec::new() }))
    }

    async fn commit(self: Box<Self>, outcome: Option<Replay>) -> Result<()> {
        self.request.keep(&self.transaction, outcome).await?;
        self.transaction.commit().await
    }
}

#[async_trait]
impl UnitOfWork for Unit {
    async fn commit(self: Box<Self>, outcome: Option<Replay>) -> Result<()> {
        self.request.keep(&self.transaction, outcome).await?;
        let (followers, organisation) = (self.transaction.followers.clone(), self.organisation());
        self.transaction.commit().await?;
        // What was touched twice is told of once.
        self.touched.into_iter().collect::<BTreeSet<_>>().into_iter().for_each(|map| followers.tell(organisation, map));
        Ok(())
    }
}
