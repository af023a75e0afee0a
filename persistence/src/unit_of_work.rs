//! One transaction, entered for one organisation.

use crate::changes::Followers;
use crate::entity::idempotency;
use crate::identify::{Identified, REPLAYED_FOR};
use crate::replay;
use crate::scoped::{self, OrgOwned};
use crate::transaction::{Queries, Transaction};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::{ClientFacts, Identity, OrgScope};
use domain::{
    Caller, Conflict, Error, MapId, OpenedWork, OrganisationId, PlatformUnitOfWork, Replay, Result, TimeZone,
    UnitOfWork,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, DatabaseBackend, DeleteMany, EntityTrait, QueryFilter, Select, UpdateMany,
};
use std::collections::BTreeSet;

/// A transaction whose caller is known, but who has no leave yet: it reaches no repository.
pub(crate) struct Opened {
    transaction: Transaction,
    followers: Followers,
    request: Request,
    identity: Identity,
    time_zone: TimeZone,
    facts: Option<ClientFacts>,
    replay: Option<Replay>,
}

impl Opened {
    pub(crate) fn new(
        transaction: Transaction,
        followers: Followers,
        caller: &Caller,
        Identified { identity, time_zone, facts, replay }: Identified,
        at: DateTime<Utc>,
    ) -> Self {
        let request = Request { caller: caller.clone(), organisation: identity.organisation, at };
        Self { transaction, followers, request, identity, time_zone, facts, replay }
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

    fn facts(&self) -> Option<ClientFacts> {
        self.facts
    }

    fn replay(&mut self) -> Option<Replay> {
        self.replay.take()
    }

    fn enter(self: Box<Self>, scope: OrgScope) -> Box<dyn UnitOfWork> {
        let Self { transaction, followers, request, .. } = *self;
        Box::new(Unit { transaction, followers, scope, request, touched: Vec::new() })
    }

    async fn platform(self: Box<Self>) -> Result<Box<dyn PlatformUnitOfWork>> {
        let Self { mut transaction, followers, request, .. } = *self;
        // The operator may be a member of some organisation: here they act for none.
        transaction.enter(None);
        Ok(Box::new(PlatformUnit { transaction, followers, request }))
    }
}

/// A transaction inside one organisation. Every repository is this type: see `repository/`.
pub(crate) struct Unit {
    transaction: Transaction,
    followers: Followers,
    scope: OrgScope,
    request: Request,
    /// The maps that changed, to tell of after the commit.
    pub(crate) touched: Vec<MapId>,
}

impl Unit {
    pub(crate) fn backend(&self) -> DatabaseBackend {
        self.transaction.backend()
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

impl Queries for Unit {
    fn transaction(&mut self) -> &mut Transaction {
        &mut self.transaction
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
    fn keep(&self, transaction: &mut Transaction, replay: Option<Replay>) -> Result<()> {
        let (Some(key), Some(replay)) = (&self.caller.idempotency, replay) else { return Ok(()) };
        let old = idempotency::Entity::delete_many()
            .filter(idempotency::Column::UserId.eq(self.caller.user.0))
            .filter(idempotency::Column::CreatedAt.lte(self.at - REPLAYED_FOR));
        transaction.change(&old);
        let row = idempotency::ActiveModel {
            user_id: Set(self.caller.user.0),
            key_hash: Set(replay::key_hash(self.caller.user, key)),
            fingerprint: Set(replay::fingerprint(key, self.organisation)),
            outcome: Set(replay::seal(self.caller.user, key, replay)?),
            created_at: Set(self.at),
        };
        transaction.insert_meaning([row], |error| {
            if matches!(error, Error::Conflict(Conflict::IdTaken)) { Error::InFlight } else { error }
        });
        Ok(())
    }
}

/// A transaction of the operator's, outside every organisation.
pub(crate) struct PlatformUnit {
    transaction: Transaction,
    followers: Followers,
    request: Request,
}

impl Queries for PlatformUnit {
    fn transaction(&mut self) -> &mut Transaction {
        &mut self.transaction
    }
}

#[async_trait]
impl PlatformUnitOfWork for PlatformUnit {
    async fn within(self: Box<Self>, scope: OrgScope) -> Result<Box<dyn UnitOfWork>> {
        let Self { mut transaction, followers, request } = *self;
        transaction.enter(Some(scope.organisation()));
        Ok(Box::new(Unit { transaction, followers, scope, request, touched: Vec::new() }))
    }

    async fn commit(mut self: Box<Self>, outcome: Option<Replay>) -> Result<()> {
        self.request.keep(&mut self.transaction, outcome)?;
        self.transaction.commit().await
    }
}

#[async_trait]
impl UnitOfWork for Unit {
    async fn commit(mut self: Box<Self>, outcome: Option<Replay>) -> Result<()> {
        self.request.keep(&mut self.transaction, outcome)?;
        let organisation = self.organisation();
        let Self { transaction, followers, touched, .. } = *self;
        transaction.commit().await?;
        // What was touched twice is told of once.
        touched.into_iter().collect::<BTreeSet<_>>().into_iter().for_each(|map| followers.tell(organisation, map));
        Ok(())
    }

    fn end(self: Box<Self>) {
        self.transaction.end();
    }
}
