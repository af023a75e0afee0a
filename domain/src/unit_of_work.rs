//! The unit of work of a use case: one transaction, authorized for one action.

use crate::access::{Access, Action, Attributes, Authorization, Granted, Target, TargetId};
use crate::accounts::NamedUser;
use crate::audit::{AuditScope, AuditedOperation, Disclosure, Outcome};
use crate::events::Event;
use crate::ports::{Ids, Repositories, TransactionKind};
use crate::{ClientId, Error, IntegrationId, MapId, OrganisationId, Ports, Result, SessionId, TimeZone, UserId};
use crate::{Version, WithMap};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Serialize, de::DeserializeOwned};
use std::fmt;
use std::sync::Arc;
use tracing::Instrument;
use uuid::Uuid;

/// The caller as claimed by the access token, before authentication against the database.
#[derive(Clone, Debug)]
pub struct Caller {
    /// The session of the access token.
    pub session: SessionId,
    /// The user of the access token.
    pub user: UserId,
    /// The integration, if the caller is an external system.
    ///
    /// `session` and `user` then hold its id, which no session and no user has: what is counted or stored for each user
    /// or session is so for each integration.
    pub integration: Option<IntegrationId>,
    /// The idempotency key of the request, if any.
    pub idempotency: Option<IdempotencyKey>,
    /// The request id, which subscribers to a map receive; at most 128 characters.
    pub request: Option<String>,
}

impl Caller {
    /// A person with a session.
    #[must_use]
    pub fn person(session: SessionId, user: UserId) -> Self {
        Self { session, user, integration: None, idempotency: None, request: None }
    }

    /// An external system.
    #[must_use]
    pub fn integration(id: IntegrationId) -> Self {
        Self { integration: Some(id), ..Self::person(id.0.into(), id.0.into()) }
    }
}

/// Identifies repetitions of a request.
#[derive(Clone)]
pub struct IdempotencyKey {
    /// The key chosen by the caller.
    ///
    /// It also encrypts the stored response: the database stores neither in plain text.
    pub key: String,
    /// A digest of method, path and body.
    pub fingerprint: [u8; 32],
}

impl fmt::Debug for IdempotencyKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("IdempotencyKey")
    }
}

/// The serialized outcome of a request, returned to repetitions; opaque to the database.
#[derive(Clone)]
pub struct StoredResponse(pub Vec<u8>);

impl fmt::Debug for StoredResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "StoredResponse({} bytes)", self.0.len())
    }
}

impl TransactionKind {
    /// The kind of transaction that the action needs.
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

    /// Like [`Ports::begin`], and authorizes the action on a target in the same round trip.
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

    /// Like [`Ports::begin_on`], read-only, with one snapshot for all statements.
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

    /// Checks authorization before a large body is received; the use case checks it again.
    ///
    /// Returns the organisation.
    ///
    /// # Errors
    /// As [`Ports::begin_on`].
    pub(crate) async fn check_early<T: TargetId>(
        &self,
        caller: &Caller,
        action: Action,
        on: T,
    ) -> Result<OrganisationId> {
        // The key covers the body, which is not available yet.
        let caller = Caller { idempotency: None, ..caller.clone() };
        let (work, _) = self.open_on(&caller, action, TransactionKind::Read, on).await?;
        let organisation = work.authorization.scope().organisation();
        work.repositories.end();
        // The audit log records the use case itself instead.
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
        let mut opened = self.store.open(caller, kind, on, now).instrument(audit.span()).await?;
        let (principal, attributes) = (opened.principal().clone(), opened.attributes());
        audit.about(principal.organisation(), on);
        audit.concerns(attributes.map(|attributes| attributes.client_id));
        audit.set_outcome(Outcome::Refused);
        let authorization = principal.authorize(action)?;
        audit.set_outcome(Outcome::Failed);
        audit.rests_on(authorization.grounds(attributes.as_ref()));
        let (stored, time_zone) = (opened.stored_response(), opened.time_zone());
        let named = opened.caller();
        let work = UnitOfWork {
            repositories: opened.enter(authorization.scope()),
            authorization,
            user: caller.user,
            named,
            audit,
            target: on,
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

/// The transaction of a use case, authorized for one action.
pub struct UnitOfWork {
    authorization: Authorization,
    user: UserId,
    named: NamedUser,
    audit: AuditScope,
    target: Option<Target>,
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
    /// The authorization of the action.
    #[must_use]
    pub fn authorization(&self) -> &Authorization {
        &self.authorization
    }

    /// The user who calls; of an integration its id, which is no user's.
    #[must_use]
    pub fn user(&self) -> UserId {
        self.user
    }

    /// The caller by id and name, for recording authorship.
    #[must_use]
    pub fn named_user(&self) -> NamedUser {
        self.named.clone()
    }

    /// The time of the use case, constant throughout.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// The time zone of the organisation, in which all user-visible dates are.
    #[must_use]
    pub fn time_zone(&self) -> TimeZone {
        self.time_zone
    }

    /// The current date in the organisation.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.time_zone.day(self.now)
    }

    /// Generates a new identifier.
    pub fn new_id<T: From<Uuid>>(&self) -> T {
        self.ids.next().into()
    }

    /// Returns the stored response to the same idempotent request, if any.
    ///
    /// Every use case behind a POST calls this first.
    pub fn stored_response<T: DeserializeOwned>(&mut self) -> Result<Option<T>> {
        repeated_response(&mut self.stored, &mut self.audit)
    }

    /// Sets the client concerned, if it is not known from the target.
    pub(crate) fn about(&mut self, client: ClientId) {
        self.audit.concerns([client]);
    }

    /// Sets several clients concerned; each gets an event.
    pub(crate) fn about_all(&mut self, clients: Vec<ClientId>) {
        self.audit.concerns(clients);
    }

    /// The events of this unit of work: one per client, or one without a client.
    fn events(&self) -> Vec<Event> {
        let event = |client| Event {
            action: self.authorization.action(),
            actor: self.user,
            client,
            map: self.map,
            target: self.target.map(Target::id),
            at: self.now,
        };
        match self.audit.clients() {
            [] => vec![event(None)],
            clients => clients.iter().map(|client| event(Some(*client))).collect(),
        }
    }

    /// Records this error as a refusal if it is one; for rules beyond [`UnitOfWork::authorization`].
    pub(crate) fn refuse(&mut self, error: Error) -> Error {
        if error.is_refusal() {
            self.audit.set_outcome(Outcome::Refused);
        }
        error
    }

    /// Authorizes another action on another target.
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

    /// Commits with the events, stores the outcome if the caller gave an idempotency key, and returns it.
    ///
    /// # Errors
    /// [`Error::InFlight`].
    pub async fn commit<T: Serialize>(self, outcome: T) -> Result<T> {
        Ok(self.commit_touching(outcome).await?.0)
    }

    /// Like [`UnitOfWork::commit`] for a change on this map; also returns the map's new version.
    ///
    /// # Errors
    /// As [`UnitOfWork::commit`].
    pub(crate) async fn commit_on<T: Serialize>(self, map: &Granted<MapId>, outcome: T) -> Result<WithMap<T>> {
        let (changed, touched) = self.commit_touching(outcome).await?;
        let version = touched.into_iter().find(|(touched, _)| *touched == map.id()).map(|(_, version)| version);
        Ok(WithMap { changed, map_version: version })
    }

    async fn commit_touching<T: Serialize>(self, outcome: T) -> Result<(T, Vec<(MapId, Version)>)> {
        let (events, entry) = (self.events(), self.audit.entry(Outcome::Done));
        let touched = self.repositories.commit(events, entry, encode_response(self.keyed, &outcome)?).await?;
        self.audit.committed();
        Ok((outcome, touched))
    }

    /// Commits although the request is refused.
    ///
    /// Stores no events and no response, so that a repetition is evaluated again.
    pub async fn commit_before_refusal(self) -> Result<()> {
        let entry = self.audit.entry(Outcome::Refused);
        self.repositories.commit(Vec::new(), entry, None).await?;
        self.audit.committed();
        Ok(())
    }

    /// Ends a read-only unit of work and records it in the audit log, with every client that the result is about.
    ///
    /// # Errors
    /// [`Error::Unavailable`] if it cannot be recorded.
    pub async fn end<T: Disclosure>(mut self, outcome: T) -> Result<T> {
        self.audit.concerns(outcome.clients());
        self.repositories.end();
        self.audit.done().await?;
        Ok(outcome)
    }

    /// Ends a poll of a stream, whose opening is in the audit log.
    pub(crate) fn end_poll<T>(self, outcome: T) -> T {
        self.repositories.end();
        self.audit.committed();
        outcome
    }
}

/// Serializes the outcome for storage, if the caller gave an idempotency key.
pub(crate) fn encode_response<T: Serialize>(keyed: bool, outcome: &T) -> Result<Option<StoredResponse>> {
    keyed.then(|| serde_json::to_vec(outcome).map(StoredResponse).map_err(Error::internal)).transpose()
}

/// Takes and deserializes the stored outcome, if any; the audit entry then says that the request was repeated.
pub(crate) fn repeated_response<T: DeserializeOwned>(
    stored: &mut Option<StoredResponse>,
    audit: &mut AuditScope,
) -> Result<Option<T>> {
    let Some(stored) = stored.take() else { return Ok(None) };
    let outcome = serde_json::from_slice(&stored.0).map_err(Error::internal)?;
    audit.set_outcome(Outcome::Repeated);
    Ok(Some(outcome))
}
