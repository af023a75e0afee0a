//! A use case's unit of work: whose, for what, and what may be reached through it.

use crate::access::{Access, Action, Attributes, Authorization, Granted, Identity, Principal, Target, TargetId};
use crate::accounts::NamedUser;
use crate::audit::AuditScope;
use crate::audit::{AuditedOperation, Outcome};
use crate::events::Event;
use crate::ports::{Ids, Repositories, TransactionKind};
use crate::{ClientId, Error, MapId, OrganisationId, Ports, Result, SessionId, TimeZone, UserId, Version, WithMap};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Serialize, de::DeserializeOwned};
use std::fmt;
use std::sync::Arc;
use uuid::Uuid;

/// Who says they call, as the access token has it: not yet looked up.
#[derive(Clone, Debug)]
pub struct Caller {
    /// The session.
    pub session: SessionId,
    /// Its user.
    pub user: UserId,
    /// The idempotency key of the request, if it carries one.
    pub idempotency: Option<IdempotencyKey>,
    /// The name of the request, as whoever follows a map is told: up to 128 characters.
    pub request: Option<String>,
}

/// What makes a repeated request the same request.
#[derive(Clone)]
pub struct IdempotencyKey {
    /// The key, as the caller chose it. Also opens what was answered: the database keeps neither in the clear.
    pub key: String,
    /// A digest of method, path and body.
    pub fingerprint: [u8; 32],
}

impl fmt::Debug for IdempotencyKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("IdempotencyKey")
    }
}

/// An outcome, as kept for replaying it: opaque to the database.
#[derive(Clone)]
pub struct StoredResponse(pub Vec<u8>);

impl fmt::Debug for StoredResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "StoredResponse({} bytes)", self.0.len())
    }
}

impl TransactionKind {
    /// For an action that does nothing unusual.
    pub(crate) fn of(action: Action) -> Self {
        if action.writes() { Self::Write } else { Self::Read }
    }
}

impl Ports {
    /// Begins a use case: authenticates the caller, authorizes the action, begins the transaction.
    ///
    /// # Errors
    /// [`Error::Unauthenticated`], [`Error::NoOrganisation`], [`Error::Forbidden`], [`Error::NotFound`].
    pub async fn begin(&self, caller: &Caller, action: Action) -> Result<UnitOfWork> {
        Ok(self.open(caller, action, TransactionKind::of(action), None).await?.0)
    }

    /// The same for a use case about one thing: also checks the rules on it, in the same round trip.
    ///
    /// # Errors
    /// As [`Ports::begin`] and [`Authorization::on`].
    pub async fn begin_on<T: TargetId>(
        &self,
        caller: &Caller,
        action: Action,
        on: T,
    ) -> Result<(UnitOfWork, Granted<T>)> {
        self.open_on(caller, action, TransactionKind::of(action), on).await
    }

    /// The same for a use case that only reads, and all of whose statements see one snapshot.
    ///
    /// # Errors
    /// As [`Ports::begin_on`].
    pub async fn begin_snapshot<T: TargetId>(
        &self,
        caller: &Caller,
        action: Action,
        on: T,
    ) -> Result<(UnitOfWork, Granted<T>)> {
        self.open_on(caller, action, TransactionKind::Snapshot, on).await
    }

    /// Checks early what the use case will check again: for what is decided before a large body is received. Tells the organisation.
    ///
    /// # Errors
    /// As [`Ports::begin_on`].
    pub(crate) async fn check_early<T: TargetId>(
        &self,
        caller: &Caller,
        action: Action,
        on: T,
    ) -> Result<OrganisationId> {
        // The key covers the body, which is not there yet.
        let caller = Caller { idempotency: None, ..caller.clone() };
        let (work, _) = self.open_on(&caller, action, TransactionKind::Read, on).await?;
        let organisation = work.authorization.scope().organisation();
        work.repositories.end();
        // The use case itself is what is recorded.
        work.audit.committed();
        Ok(organisation)
    }

    async fn open_on<T: TargetId>(
        &self,
        caller: &Caller,
        action: Action,
        kind: TransactionKind,
        on: T,
    ) -> Result<(UnitOfWork, Granted<T>)> {
        let (mut work, attributes) = self.open(caller, action, kind, Some(on.into())).await?;
        work.audit.set_outcome(Outcome::Refused);
        let granted = work.authorization.on(on, attributes)?;
        work.audit.set_outcome(Outcome::Failed);
        work.clients = vec![granted.client().id()];
        work.map = granted.attributes().map.map(|map| map.id);
        Ok((work, granted))
    }

    async fn open(
        &self,
        caller: &Caller,
        action: Action,
        kind: TransactionKind,
        on: Option<Target>,
    ) -> Result<(UnitOfWork, Option<Attributes>)> {
        let now = self.clock.now();
        let mut audit = AuditScope::new(self, AuditedOperation::Action(action), Some(caller), now);
        audit.about(None, on);
        let mut opened = self.store.open(caller, kind, on, now).await?;
        let identity = *opened.identity();
        audit.about(identity.organisation, on);
        audit.set_outcome(Outcome::Refused);
        let authorization = Principal::Person(identity).authorize(action)?;
        audit.set_outcome(Outcome::Failed);
        let attributes = opened.attributes();
        let (stored, time_zone) = (opened.stored_response(), opened.time_zone());
        let named = opened.caller();
        let work = UnitOfWork {
            repositories: opened.enter(authorization.scope()),
            authorization,
            identity,
            named,
            audit,
            target: on,
            clients: Vec::new(),
            map: None,
            stored,
            keyed: caller.idempotency.is_some(),
            now,
            time_zone,
            ids: self.ids.clone(),
        };
        Ok((work, attributes))
    }
}

/// All that a use case does together or not at all, authorized for one action.
pub struct UnitOfWork {
    authorization: Authorization,
    identity: Identity,
    named: NamedUser,
    audit: AuditScope,
    target: Option<Target>,
    clients: Vec<ClientId>,
    map: Option<MapId>,
    repositories: Box<dyn Repositories>,
    stored: Option<StoredResponse>,
    keyed: bool,
    now: DateTime<Utc>,
    time_zone: TimeZone,
    ids: Arc<dyn Ids>,
}

impl fmt::Debug for UnitOfWork {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnitOfWork").field("action", &self.authorization.action()).finish_non_exhaustive()
    }
}

impl UnitOfWork {
    /// The authorization.
    #[must_use]
    pub fn authorization(&self) -> &Authorization {
        &self.authorization
    }

    /// The user who asks.
    #[must_use]
    pub fn user(&self) -> UserId {
        self.identity.user
    }

    /// The user who asks, with the name: for what tells who did something.
    #[must_use]
    pub fn named_user(&self) -> NamedUser {
        self.named.clone()
    }

    /// The instant of the use case, the same throughout.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// The time zone of the organisation: in it are all days that people see or mean.
    #[must_use]
    pub fn time_zone(&self) -> TimeZone {
        self.time_zone
    }

    /// The day it is in the organisation.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.time_zone.day(self.now)
    }

    /// A new identifier.
    pub fn new_id<T: From<Uuid>>(&self) -> T {
        self.ids.next().into()
    }

    /// What the same idempotent request was answered before. Every use case behind a POST asks this first.
    ///
    /// # Errors
    /// Only the general ones.
    pub fn stored_response<T: DeserializeOwned>(&mut self) -> Result<Option<T>> {
        let replayed = decode_response(&mut self.stored)?;
        if replayed.is_some() {
            self.audit.set_outcome(Outcome::Repeated);
        }
        Ok(replayed)
    }

    /// Says which client this is about, where that is not known from the beginning.
    pub(crate) fn about(&mut self, client: ClientId) {
        self.clients = vec![client];
    }

    /// The same of several clients: each gets an event.
    pub(crate) fn about_all(&mut self, clients: Vec<ClientId>) {
        self.clients = clients;
    }

    /// What this did, for those who follow: one event for each client, or one without.
    fn events(&self) -> Vec<Event> {
        let event = |client| Event {
            action: self.authorization.action(),
            actor: self.identity.user,
            client,
            map: self.map,
            target: self.target.map(Target::id),
            at: self.now,
        };
        match self.clients.as_slice() {
            [] => vec![event(None)],
            clients => clients.iter().map(|client| event(Some(*client))).collect(),
        }
    }

    /// Authorizes another action on something else.
    ///
    /// # Errors
    /// As [`Authorization::on`].
    pub async fn also<T: TargetId>(&mut self, action: Action, on: T) -> Result<Granted<T>> {
        let (user, now) = (self.user(), self.now);
        let access: &mut dyn Access = &mut *self.repositories;
        let attributes = access.attributes(on.into(), user, now).await?;
        self.authorization.may(action, on, attributes)
    }

    pub(crate) fn repositories(&mut self) -> &mut dyn Repositories {
        &mut *self.repositories
    }

    /// Commits, with the events of it; stores the outcome if the caller gave an idempotency key, and gives it back.
    ///
    /// # Errors
    /// [`Error::InFlight`].
    pub async fn commit<T: Serialize>(self, outcome: T) -> Result<T> {
        Ok(self.commit_touching(outcome).await?.0)
    }

    /// The same for a change of something on this map: tells its new version.
    ///
    /// # Errors
    /// As [`UnitOfWork::commit`].
    pub(crate) async fn commit_on<T: Serialize>(self, map: &Granted<MapId>, outcome: T) -> Result<WithMap<T>> {
        let (changed, touched) = self.commit_touching(outcome).await?;
        let version = touched.into_iter().find(|(touched, _)| *touched == map.id()).map(|(_, version)| version);
        Ok(WithMap { changed, map_version: version })
    }

    async fn commit_touching<T: Serialize>(self, outcome: T) -> Result<(T, Vec<(MapId, Version)>)> {
        let events = self.events();
        let touched = self.repositories.commit(events, encode_response(self.keyed, &outcome)?).await?;
        self.audit.committed();
        Ok((outcome, touched))
    }

    /// Commits though the request is refused: without an event, and without an outcome, so that a repeated request is judged anew.
    ///
    /// # Errors
    /// Only the general ones.
    pub async fn commit_before_refusal(mut self) -> Result<()> {
        self.audit.set_outcome(Outcome::Refused);
        self.repositories.commit(Vec::new(), None).await.map(drop)
    }

    /// Ends a unit of work that only read, and records that.
    ///
    /// # Errors
    /// [`Error::Unavailable`] if it cannot be recorded.
    pub async fn end<T>(self, outcome: T) -> Result<T> {
        self.repositories.end();
        self.audit.done().await?;
        Ok(outcome)
    }
}

/// The outcome to keep, if the caller gave a key to find it by.
pub(crate) fn encode_response<T: Serialize>(keyed: bool, outcome: &T) -> Result<Option<StoredResponse>> {
    keyed.then(|| serde_json::to_vec(outcome).map(StoredResponse).map_err(Error::internal)).transpose()
}

/// The outcome that was kept.
pub(crate) fn decode_response<T: DeserializeOwned>(stored: &mut Option<StoredResponse>) -> Result<Option<T>> {
    stored.take().map(|stored| serde_json::from_slice(&stored.0).map_err(Error::internal)).transpose()
}
