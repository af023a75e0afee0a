//! A use case's unit of work: whose, for what, and what may be reached through it.

use crate::access::{Access, Action, Authorized, ClientFacts, Principal, Target};
use crate::agreements::Agreements;
use crate::assignments::Assignments;
use crate::cards::{Card, Cards};
use crate::caseload::Caseload;
use crate::clients::Clients;
use crate::coach_notes::CoachNotes;
use crate::exports::Exports;
use crate::helpers::Helpers;
use crate::imports::Imports;
use crate::invitations::Invitations;
use crate::log_ins::LogIns;
use crate::maps::{Maps, WholeMap};
use crate::members::Members;
use crate::needs::Needs;
use crate::organisations::OwnOrganisation;
use crate::persons::Persons;
use crate::reflections::Reflections;
use crate::support_types::SupportTypes;
use crate::supporters::Supporters;
use crate::ties::Ties;
use crate::{CardId, Error, Ids, MapId, OpenedWork, Ports, Result, SessionId, TimeZone, UnitOfWork, UserId, Version};
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
pub struct Replay(pub Vec<u8>);

impl fmt::Debug for Replay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Replay({} bytes)", self.0.len())
    }
}

impl Ports {
    /// Begins a use case: recognises the caller, asks leave for this action, opens the unit of work.
    ///
    /// # Errors
    /// [`Error::Unauthenticated`], [`Error::NoOrganisation`], [`Error::Forbidden`], [`Error::NotFound`].
    pub async fn begin(&self, caller: &Caller, action: Action) -> Result<Work> {
        let now = self.clock.now();
        let opened = self.store.open(caller, action.writes(), None, now).await?;
        self.authorize(opened, caller, action, now)
    }

    /// The same for a use case about one thing: also checks the rules on it, that the action may be done on this very thing. All of
    /// that takes one round trip.
    ///
    /// # Errors
    /// As [`Ports::begin`] and [`Authorized::on`].
    pub async fn begin_on(&self, caller: &Caller, action: Action, target: Target) -> Result<(Work, ClientFacts)> {
        let now = self.clock.now();
        let opened = self.store.open(caller, action.writes(), Some(target), now).await?;
        let found = opened.facts();
        let work = self.authorize(opened, caller, action, now)?;
        let facts = work.leave.on(found)?;
        Ok((work, facts))
    }

    /// The same for a use case that only reads, and all of whose statements see one snapshot.
    ///
    /// # Errors
    /// As [`Ports::begin`].
    pub async fn begin_snapshot(&self, caller: &Caller, action: Action) -> Result<Work> {
        let now = self.clock.now();
        let opened = self.store.open_snapshot(caller, now).await?;
        self.authorize(opened, caller, action, now)
    }

    fn authorize(
        &self,
        mut opened: Box<dyn OpenedWork>,
        caller: &Caller,
        action: Action,
        now: DateTime<Utc>,
    ) -> Result<Work> {
        let leave = Principal::new(*opened.identity()).authorize(action)?;
        let replay = opened.replay();
        let time_zone = opened.time_zone();
        let unit = opened.enter(leave.scope());
        let keyed = caller.idempotency.is_some();
        Ok(Work { leave, unit, replay, keyed, now, time_zone, ids: self.ids.clone() })
    }
}

/// A unit of work with leave for one action.
pub struct Work {
    leave: Authorized,
    unit: Box<dyn UnitOfWork>,
    replay: Option<Replay>,
    keyed: bool,
    now: DateTime<Utc>,
    time_zone: TimeZone,
    ids: Arc<dyn Ids>,
}

impl fmt::Debug for Work {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Work").field("leave", &self.leave).finish_non_exhaustive()
    }
}

impl Work {
    /// The leave that was given.
    #[must_use]
    pub fn leave(&self) -> &Authorized {
        &self.leave
    }

    /// The user at work.
    #[must_use]
    pub fn user(&self) -> UserId {
        self.leave.principal().user()
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
    pub fn replayed<T: DeserializeOwned>(&mut self) -> Result<Option<T>> {
        replayed(&mut self.replay)
    }

    /// Checks the rules on the instance: that the action may be done on this very thing.
    ///
    /// # Errors
    /// As [`Authorized::on`].
    pub async fn on(&mut self, target: Target) -> Result<ClientFacts> {
        let (user, now) = (self.user(), self.now);
        let access: &mut dyn Access = &mut *self.unit;
        let facts = access.facts(target, user, now).await?;
        self.leave.on(facts)
    }

    /// A map with everything on it, if the action may be done on it: the check and the reading are one statement.
    ///
    /// # Errors
    /// As [`Authorized::on`].
    pub async fn whole(&mut self, map: MapId) -> Result<(ClientFacts, WholeMap)> {
        let found = self.unit.whole(map, self.user(), self.now).await?;
        let facts = self.leave.on(found.as_ref().map(|(facts, _)| *facts))?;
        found.map(|(_, whole)| (facts, whole)).ok_or(Error::NotFound)
    }

    /// A card, if the action may be done on it: the check and the reading are one statement.
    ///
    /// # Errors
    /// As [`Authorized::on`]; [`Error::Internal`] if its content does not fit its hash.
    pub async fn card(&mut self, id: CardId) -> Result<(ClientFacts, Card)> {
        let found = self.unit.sealed(id, self.user(), self.now).await?;
        let facts = self.leave.on(found.as_ref().map(|(facts, _)| *facts))?;
        let (_, sealed) = found.ok_or(Error::NotFound)?;
        Ok((facts, sealed.open()?))
    }

    /// A map's version, if the action may be done on it, in one statement.
    ///
    /// # Errors
    /// As [`Authorized::on`].
    pub async fn version(&mut self, map: MapId) -> Result<Version> {
        let found = self.unit.version(map, self.user(), self.now).await?;
        self.leave.on(found.map(|(facts, _)| facts))?;
        found.map(|(_, version)| version).ok_or(Error::NotFound)
    }

    /// The persons.
    pub fn persons(&mut self) -> &mut dyn Persons {
        &mut *self.unit
    }

    /// The maps.
    pub fn maps(&mut self) -> &mut dyn Maps {
        &mut *self.unit
    }

    /// The supporters.
    pub fn supporters(&mut self) -> &mut dyn Supporters {
        &mut *self.unit
    }

    /// The ties.
    pub fn ties(&mut self) -> &mut dyn Ties {
        &mut *self.unit
    }

    /// The needs.
    pub fn needs(&mut self) -> &mut dyn Needs {
        &mut *self.unit
    }

    /// What the need-first look-up reads.
    pub fn helpers(&mut self) -> &mut dyn Helpers {
        &mut *self.unit
    }

    /// The organisation itself.
    pub fn organisation(&mut self) -> &mut dyn OwnOrganisation {
        &mut *self.unit
    }

    /// Its members.
    pub fn members(&mut self) -> &mut dyn Members {
        &mut *self.unit
    }

    /// Its invitations.
    pub fn invitations(&mut self) -> &mut dyn Invitations {
        &mut *self.unit
    }

    /// Its support types.
    pub fn support_types(&mut self) -> &mut dyn SupportTypes {
        &mut *self.unit
    }

    /// The assignments.
    pub fn assignments(&mut self) -> &mut dyn Assignments {
        &mut *self.unit
    }

    /// The log-ins of clients.
    pub fn log_ins(&mut self) -> &mut dyn LogIns {
        &mut *self.unit
    }

    /// The cards.
    pub fn cards(&mut self) -> &mut dyn Cards {
        &mut *self.unit
    }

    /// The caseloads.
    pub fn caseload(&mut self) -> &mut dyn Caseload {
        &mut *self.unit
    }

    /// The clients.
    pub fn clients(&mut self) -> &mut dyn Clients {
        &mut *self.unit
    }

    /// The agreements.
    pub fn agreements(&mut self) -> &mut dyn Agreements {
        &mut *self.unit
    }

    /// The reflections.
    pub fn reflections(&mut self) -> &mut dyn Reflections {
        &mut *self.unit
    }

    /// What reads all of a client's.
    pub fn exports(&mut self) -> &mut dyn Exports {
        &mut *self.unit
    }

    /// What adds all of a client's.
    pub fn imports(&mut self) -> &mut dyn Imports {
        &mut *self.unit
    }

    /// The coach notes.
    pub fn coach_notes(&mut self) -> &mut dyn CoachNotes {
        &mut *self.unit
    }

    /// Makes everything last, keeps the outcome for a replay if the caller asked for that, and gives it back.
    ///
    /// # Errors
    /// [`Error::InFlight`].
    pub async fn commit<T: Serialize>(self, outcome: T) -> Result<T> {
        self.unit.commit(kept(self.keyed, &outcome)?).await?;
        Ok(outcome)
    }

    /// Makes everything last though the request is refused, so that no outcome is kept: a repeated request is judged anew.
    ///
    /// # Errors
    /// Only the general ones.
    pub async fn commit_before_refusal(self) -> Result<()> {
        self.unit.commit(None).await
    }

    /// Ends a unit of work that only read.
    ///
    /// # Errors
    /// Only the general ones.
    pub async fn end<T>(self, outcome: T) -> Result<T> {
        self.unit.end();
        Ok(outcome)
    }
}

/// The outcome to keep, if the caller gave a key to find it by.
pub(crate) fn kept<T: Serialize>(keyed: bool, outcome: &T) -> Result<Option<Replay>> {
    keyed.then(|| serde_json::to_vec(outcome).map(Replay).map_err(Error::internal)).transpose()
}

/// The outcome that was kept.
pub(crate) fn replayed<T: DeserializeOwned>(replay: &mut Option<Replay>) -> Result<Option<T>> {
    replay.take().map(|replay| serde_json::from_slice(&replay.0).map_err(Error::internal)).transpose()
}
