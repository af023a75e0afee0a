//! The unit of work: one transaction of one caller, inside one organisation or for the operator.

mod keys;

use crate::authentication::{CallerKind, Identified, REPLAYED_FOR};
use crate::encryption::EncryptedKey;
use crate::engine::{Ask, FromRow, Row};
use crate::entity::{event, idempotency};
use crate::pages::{keyset, keyset_sql, page_of};
use crate::repository::Replica;
use crate::scoped::{self, OrgOwned, Versioned};
use crate::store::Database;
use crate::stored_response;
use crate::transaction::{Queries, Transaction};
use crate::{access_log, queue};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::{Attributes, OrgScope, Principal};
use domain::accounts::NamedUser;
use domain::audit::AuditEntry;
use domain::events::Event;
use domain::ports::{OpenTransaction, OperatorRepositories, Repositories, StoredResponse};
use domain::{
    Caller, Conflict, Error, MapId, OrganisationId, Page, PageRequest, Result, ShortText, TimeZone, UserId, Version,
};
use sea_orm::{
    ActiveValue::NotSet, ActiveValue::Set, ColumnTrait, DatabaseBackend, DeleteMany, EntityTrait, QueryFilter, Select,
    TryIntoModel, UpdateMany, Value,
};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;
use uuid::Uuid;

/// A transaction whose caller is authenticated but not authorized yet: it has no repositories.
pub(crate) struct Opened {
    transaction: Transaction,
    database: Database,
    request: Request,
    principal: Principal,
    name: ShortText,
    time_zone: TimeZone,
    attributes: Option<Attributes>,
    key: Option<EncryptedKey>,
    stored: Option<StoredResponse>,
}

impl Opened {
    pub(crate) fn new(
        transaction: Transaction,
        database: Database,
        caller: &Caller,
        Identified { principal, name, time_zone, attributes, key, stored }: Identified,
        at: DateTime<Utc>,
    ) -> Self {
        let request = Request { caller: caller.clone(), organisation: principal.organisation(), at };
        Self { transaction, database, request, principal, name, time_zone, attributes, key, stored }
    }
}

#[async_trait]
impl OpenTransaction for Opened {
    fn principal(&self) -> &Principal {
        &self.principal
    }

    fn caller(&self) -> NamedUser {
        NamedUser { id: self.request.caller.user, name: Some(self.name.clone()) }
    }

    fn time_zone(&self) -> TimeZone {
        self.time_zone
    }

    fn attributes(&self) -> Option<Attributes> {
        self.attributes
    }

    fn stored_response(&mut self) -> Option<StoredResponse> {
        self.stored.take()
    }

    fn enter(self: Box<Self>, scope: OrgScope) -> Box<dyn Repositories> {
        let Self { transaction, database, request, key, .. } = *self;
        let mut unit = Unit::new(transaction, database, scope, request);
        unit.add_key(key);
        Box::new(unit)
    }

    async fn operator(self: Box<Self>) -> Result<Box<dyn OperatorRepositories>> {
        let Self { mut transaction, database, request, .. } = *self;
        // The operator may be a member of an organisation, but does not act in it here.
        transaction.enter(None);
        Ok(Box::new(OperatorUnit { transaction, database, request }))
    }
}

/// A transaction inside one organisation. It implements every repository, in `repository/`.
pub(crate) struct Unit {
    transaction: Transaction,
    database: Database,
    scope: OrgScope,
    request: Request,
    /// The keys of the clients of this unit's targets: of one, usually.
    keys: Vec<EncryptedKey>,
    /// The maps that changed, which get events.
    pub(crate) touched: Vec<MapId>,
}

impl Unit {
    fn new(transaction: Transaction, database: Database, scope: OrgScope, request: Request) -> Self {
        Self { transaction, database, scope, request, keys: Vec::new(), touched: Vec::new() }
    }

    pub(crate) fn backend(&self) -> DatabaseBackend {
        self.transaction.backend()
    }

    /// The replica, if there is one that answers and this transaction has not begun.
    pub(crate) fn replica(&self) -> Option<Arc<Replica>> {
        let replica = self.database.replica.as_ref().filter(|_| self.transaction.is_later());
        replica.filter(|replica| replica.asked()).cloned()
    }

    /// The kind of caller.
    pub(crate) fn caller_kind(&self) -> CallerKind {
        CallerKind::of(&self.request.caller)
    }

    /// The user who makes changes, and the id of the request.
    pub(crate) fn change(&self) -> (UserId, Option<&str>) {
        (self.request.caller.user, self.request.caller.request.as_deref())
    }

    pub(crate) fn organisation(&self) -> OrganisationId {
        self.scope.organisation()
    }

    /// A statement written by hand, with the organisation as `$1`: the second lock for such statements.
    fn by_hand(
        &self,
        sql: impl Into<Cow<'static, str>>,
        others: impl IntoIterator<Item = Value>,
    ) -> (Cow<'static, str>, Vec<Value>) {
        scoped::by_hand(self.organisation(), sql.into(), others)
    }

    /// Such a statement, to be sent with others.
    pub(crate) fn statement(&self, sql: impl Into<Cow<'static, str>>, others: impl IntoIterator<Item = Value>) -> Ask {
        let (sql, values) = self.by_hand(sql, others);
        Ask::new(sql, values)
    }

    /// The first row of such a statement, if there is one.
    pub(crate) async fn row<R: FromRow>(
        &mut self,
        sql: impl Into<Cow<'static, str>>,
        others: impl IntoIterator<Item = Value>,
    ) -> Result<Option<R>> {
        let (sql, values) = self.by_hand(sql, others);
        self.transaction.row(sql, values).await
    }

    /// Every row of such a statement.
    pub(crate) async fn rows<R: FromRow>(
        &mut self,
        sql: impl Into<Cow<'static, str>>,
        others: impl IntoIterator<Item = Value>,
    ) -> Result<Vec<R>> {
        let (sql, values) = self.by_hand(sql, others);
        self.transaction.rows(sql, values).await
    }

    /// Runs such a statement now and returns the number of rows it changed.
    pub(crate) async fn run(
        &mut self,
        sql: impl Into<Cow<'static, str>>,
        others: impl IntoIterator<Item = Value>,
    ) -> Result<u64> {
        let (sql, values) = self.by_hand(sql, others);
        self.transaction.run(sql, values).await
    }

    /// A page of what a query finds.
    pub(crate) async fn page<E, T>(
        &mut self,
        query: Select<E>,
        page: PageRequest,
        make: impl Fn(E::Model) -> Result<T>,
    ) -> Result<Page<T>>
    where
        E: Versioned,
        E::ActiveModel: TryIntoModel<E::Model>,
    {
        let rows = self.select(&keyset(query, E::ID, page)).await?;
        page_of(rows, page, |row| make(row.model::<E>()?))
    }

    /// A page of what a statement written by hand finds. Its text ends with its conditions; `id` is the column of its ids.
    pub(crate) async fn page_by_hand<R: FromRow, T>(
        &mut self,
        sql: &str,
        id: &str,
        others: impl IntoIterator<Item = Value>,
        page: PageRequest,
        make: impl Fn(R) -> Result<T>,
    ) -> Result<Page<T>> {
        let mut others: Vec<_> = others.into_iter().collect();
        let (sql, more) = keyset_sql(sql, id, others.len() + 1, page)?;
        others.extend(more);
        let rows: Vec<Row> = self.rows(sql, others).await?;
        page_of(rows, page, |row| make(R::from_row(row)?))
    }

    /// Changes the row of this id at version `seen`, or fails with [`Error::Stale`].
    pub(crate) fn change_at<E: Versioned>(&mut self, id: Uuid, seen: Version, changes: E::ActiveModel) {
        let update = self.update::<E>().set(changes).filter(E::ID.eq(id)).filter(E::VERSION.eq(seen));
        self.change_one(&update, Error::Stale(seen + 1));
    }

    /// Removes the row of this id at version `seen`, or fails with [`Error::Stale`].
    pub(crate) fn remove_at<E: Versioned>(&mut self, id: Uuid, seen: Version) {
        let delete = self.delete::<E>().filter(E::ID.eq(id)).filter(E::VERSION.eq(seen));
        self.change_one(&delete, Error::Stale(seen + 1));
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

/// The request of a unit of work: its caller, their organisation and the instant.
struct Request {
    caller: Caller,
    organisation: Option<OrganisationId>,
    at: DateTime<Utc>,
}

impl Request {
    /// Stores the response under the caller's key. Of two concurrent requests, the primary key refuses the second.
    ///
    /// Deletes the caller's responses that are too old to be replayed, so that their keys can be used again.
    #[expect(clippy::disallowed_methods, reason = "a stored response belongs to a user and no organisation")]
    fn store_response(&self, transaction: &mut Transaction, stored: Option<StoredResponse>) -> Result<()> {
        let (Some(key), Some(stored)) = (&self.caller.idempotency, stored) else { return Ok(()) };
        let old = idempotency::Entity::delete_many()
            .filter(idempotency::Column::UserId.eq(self.caller.user.0))
            .filter(idempotency::Column::CreatedAt.lte(self.at - REPLAYED_FOR));
        transaction.change(&old);
        let row = idempotency::ActiveModel {
            user_id: Set(self.caller.user.0),
            key_hash: Set(stored_response::key_hash(self.caller.user, key)),
            fingerprint: Set(stored_response::fingerprint(key, self.organisation)),
            outcome: Set(stored_response::encrypt(self.caller.user, key, &stored)?),
            created_at: Set(self.at),
        };
        transaction.insert_meaning([row], |error| {
            if matches!(error, Error::Conflict(Conflict::IdTaken)) { Error::InFlight } else { error }
        });
        Ok(())
    }
}

/// A transaction of the operator, outside every organisation.
pub(crate) struct OperatorUnit {
    transaction: Transaction,
    database: Database,
    request: Request,
}

impl OperatorUnit {
    /// Makes the keys of a new organisation. Those of one that is not committed then are of no use, and no harm.
    pub(crate) async fn make_keys(&self, organisation: OrganisationId) -> Result<()> {
        self.database.keys.store().create(organisation).await
    }
}

impl Queries for OperatorUnit {
    fn transaction(&mut self) -> &mut Transaction {
        &mut self.transaction
    }
}

#[async_trait]
impl OperatorRepositories for OperatorUnit {
    async fn within(self: Box<Self>, scope: OrgScope) -> Result<Box<dyn Repositories>> {
        let Self { mut transaction, database, request } = *self;
        transaction.enter(Some(scope.organisation()));
        Ok(Box::new(Unit::new(transaction, database, scope, request)))
    }

    async fn commit(mut self: Box<Self>, entry: AuditEntry, outcome: Option<StoredResponse>) -> Result<()> {
        self.request.store_response(&mut self.transaction, outcome)?;
        // Row-level security accepts lines outside the transaction's organisation from the service only.
        queue::as_system(&mut self.transaction);
        access_log::add(&mut self.transaction, [&entry])?;
        self.transaction.commit().await
    }

    fn end(self: Box<Self>) {
        self.transaction.end();
    }
}

#[async_trait]
impl Repositories for Unit {
    async fn commit(
        mut self: Box<Self>,
        events: Vec<Event>,
        entry: AuditEntry,
        outcome: Option<StoredResponse>,
    ) -> Result<Vec<(MapId, Version)>> {
        self.request.store_response(&mut self.transaction, outcome)?;
        access_log::add(&mut self.transaction, [&entry])?;
        let organisation = self.organisation();
        let Self { mut transaction, database, touched, request, .. } = *self;
        // A map that changed several times gets one event.
        let maps: BTreeSet<_> = touched.into_iter().collect();
        let of_maps = |event: Event| {
            let other = maps.is_empty().then_some(event.map);
            maps.iter().copied().map(Some).chain(other).map(move |map| Event { map, ..event })
        };
        let events: Vec<_> = events.into_iter().flat_map(of_maps).collect();
        let rows = events.iter().map(|event| event_row(organisation, event, request.caller.request.as_ref()));
        transaction.insert_meaning(rows, |error| error);
        let enqueued = transaction.enqueued;
        let versions = transaction.commit_touches().await?;
        for event in &events {
            database.followers.tell(organisation, Some(event.action), event.client, event.map);
        }
        if !events.is_empty() {
            database.followers.notify_others();
        }
        if enqueued {
            database.jobs.notify_one();
        }
        Ok(versions)
    }

    fn end(self: Box<Self>) {
        self.transaction.end();
    }
}

pub(crate) fn event_row(organisation: OrganisationId, event: &Event, request: Option<&String>) -> event::ActiveModel {
    event::ActiveModel {
        organisation_id: Set(organisation.0),
        position: NotSet,
        action: Set(event.action.name().to_owned()),
        actor_id: Set(event.actor.0),
        client_id: Set(event.client.map(|id| id.0)),
        target_id: Set(event.target),
        map_id: Set(event.map.map(|id| id.0)),
        change_id: Set(request.cloned()),
        at: Set(event.at),
    }
}
