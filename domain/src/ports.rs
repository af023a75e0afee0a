//! What the domain needs from outside.

use crate::access::{Access, ClientFacts, Identity, OrgScope, Sealed, Target};
use crate::agreements::Agreements;
use crate::assignments::Assignments;
use crate::cards::Cards;
use crate::caseload::Caseload;
use crate::clients::Clients;
use crate::coach_notes::CoachNotes;
use crate::exports::Exports;
use crate::helpers::Helpers;
use crate::imports::Imports;
use crate::invitations::Invitations;
use crate::log_ins::LogIns;
use crate::maps::{Maps, Revision, Shown};
use crate::members::Members;
use crate::needs::Needs;
use crate::organisations::{Organisations, OwnOrganisation};
use crate::persons::Persons;
use crate::reflections::Reflections;
use crate::sessions::Refusals;
use crate::support_types::SupportTypes;
use crate::supporters::{Placing, Supporters};
use crate::ties::Ties;
use crate::{Caller, Changes, Clock, Ids, MapId, Passwords, Replay, Result, Secrets, SystemStore, TimeZone};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use std::fmt::Debug;
use std::sync::Arc;

/// Everything a use case needs from outside.
#[derive(Clone, Debug)]
pub struct Ports {
    /// Where everything is kept.
    pub store: Arc<dyn Store>,
    /// The part of it that comes before an organisation.
    pub system: Arc<dyn SystemStore>,
    /// Tells of changes as they happen.
    pub changes: Arc<dyn Changes>,
    /// Hashes and checks passwords.
    pub passwords: Arc<dyn Passwords>,
    /// Makes secrets.
    pub secrets: Arc<dyn Secrets>,
    /// The sessions that were ended and could not be stored as such.
    pub refusals: Arc<Refusals>,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// New identifiers.
    pub ids: Arc<dyn Ids>,
}

/// Where everything is kept.
#[async_trait]
pub trait Store: Debug + Send + Sync {
    /// Opens a unit of work and recognises the caller in it, in one round trip: the live session, the membership of its organisation,
    /// what was answered before to the same idempotency key, and the facts about what the request is about.
    ///
    /// # Errors
    /// [`crate::Error::Unauthenticated`] if the session has ended or its user is gone;
    /// [`crate::Error::IdempotencyKeyReused`].
    async fn open(
        &self,
        caller: &Caller,
        writes: bool,
        about: Option<Target>,
        at: DateTime<Utc>,
    ) -> Result<Box<dyn OpenedWork>>;

    /// The same for a unit of work that only reads, and all of whose statements see one snapshot.
    ///
    /// # Errors
    /// As [`Store::open`].
    async fn open_snapshot(&self, caller: &Caller, at: DateTime<Utc>) -> Result<Box<dyn OpenedWork>>;

    /// A map with everything on it, in one round trip: recognises the caller and reads, in one statement and without a
    /// transaction of its own. The request that sessions are made of; everything else opens a unit of work. What is on a
    /// map of the known revision is not read again.
    ///
    /// # Errors
    /// [`crate::Error::Unauthenticated`].
    async fn whole_map(
        &self,
        caller: &Caller,
        map: MapId,
        known: Option<Revision>,
        at: DateTime<Utc>,
    ) -> Result<Sealed<Shown>>;

    /// Places somebody new on a map, if this store has a way to do it at once: recognises the caller, and if their case is one of the
    /// admission and the map has room, adds everything, in one statement. The request that sessions write most. Tells
    /// whether it was done; if not, or if there is no such way (`None`), a unit of work has to do it or to say why not.
    ///
    /// # Errors
    /// [`crate::Error::Unavailable`], also where nobody knows whether it was done.
    async fn place(&self, caller: &Caller, placing: &Placing) -> Result<Option<Sealed<bool>>>;

    /// Whether it answers.
    ///
    /// # Errors
    /// [`crate::Error::Unavailable`] if it does not.
    async fn ping(&self) -> Result<()>;

    /// Whether it takes changes: writes something small, and keeps nothing of it.
    ///
    /// # Errors
    /// [`crate::Error::Unavailable`] if it only reads.
    async fn try_write(&self, at: DateTime<Utc>) -> Result<()>;
}

/// A unit of work of somebody recognised, who has not been given leave yet.
#[async_trait]
pub trait OpenedWork: Send {
    /// Who it is.
    fn identity(&self) -> &Identity;
    /// The time zone of the caller's organisation; outside an organisation the usual one.
    fn time_zone(&self) -> TimeZone;
    /// The facts about what the request is about, for this caller; none if there is no such thing in the caller's organisation.
    fn facts(&self) -> Option<ClientFacts>;
    /// What was answered before to the same idempotent request.
    fn replay(&mut self) -> Option<Replay>;
    /// Goes on inside the organisation leave was given for.
    fn enter(self: Box<Self>, scope: OrgScope) -> Box<dyn UnitOfWork>;
    /// Goes on outside every organisation, for the operator.
    async fn platform(self: Box<Self>) -> Result<Box<dyn PlatformUnitOfWork>>;
}

/// All that the operator does together or not at all. Dropped without a commit, nothing of it has happened.
#[async_trait]
pub trait PlatformUnitOfWork: Organisations + Send {
    /// Goes on inside one organisation, in the same transaction.
    async fn within(self: Box<Self>, scope: OrgScope) -> Result<Box<dyn UnitOfWork>>;
    /// Makes it last, with the outcome to replay if the caller gave an idempotency key.
    ///
    /// # Errors
    /// [`crate::Error::InFlight`] if the same idempotent request was answered meanwhile.
    async fn commit(self: Box<Self>, outcome: Option<Replay>) -> Result<()>;
}

/// All that is done together or not at all, in one organisation. Dropped without [`UnitOfWork::commit`], nothing
/// of it has happened.
#[async_trait]
pub trait UnitOfWork:
    Access
    + OwnOrganisation
    + Members
    + Invitations
    + SupportTypes
    + Assignments
    + LogIns
    + Caseload
    + Clients
    + Cards
    + Agreements
    + Reflections
    + CoachNotes
    + Exports
    + Imports
    + Persons
    + Maps
    + Supporters
    + Ties
    + Needs
    + Helpers
    + Send
{
    /// Makes it last, with the outcome to replay if the caller gave an idempotency key.
    ///
    /// # Errors
    /// [`crate::Error::InFlight`] if the same idempotent request was answered meanwhile.
    async fn commit(self: Box<Self>, outcome: Option<Replay>) -> Result<()>;

    /// Ends a unit of work that only read; there is nothing to wait for.
    fn end(self: Box<Self>);
}
