//! What the domain needs from outside: the traits that the other crates implement, and the types these take.

pub use crate::Repositories;
pub use crate::accounts::{AccountStore, OwnAccount};
pub use crate::audit::Accounts;
pub use crate::clock::{Clock, Ids, SystemClock, TimeOrderedIds};
pub use crate::notifications::{Following, Notifications};
pub use crate::secrets::{Passwords, Secrets};
pub use crate::unit_of_work::StoredResponse;

use crate::access::{Attributes, Identity, OrgScope, Target};
use crate::accounts::NamedUser;
use crate::audit::AuditLog;
use crate::jobs::Queue;
use crate::organisations::Organisations;
use crate::sessions::Refusals;
use crate::{Caller, Result, TimeZone};
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
    pub accounts: Accounts,
    /// Jobs to be done.
    pub queue: Arc<dyn Queue>,
    /// Where it is recorded what was read and refused.
    pub audit_log: Arc<dyn AuditLog>,
    /// Notifies of changes as they happen.
    pub notifications: Arc<dyn Notifications>,
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

/// What a transaction is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TransactionKind {
    /// To read.
    Read,
    /// To read, and all of its statements see the same moment.
    Snapshot,
    /// To change something.
    Write,
}

/// Where everything is kept.
#[async_trait]
pub trait Store: Debug + Send + Sync {
    /// Begins a transaction and authenticates the caller in it, in one round trip: the live session, the membership of its organisation,
    /// the stored answer to the same idempotency key, and the attributes of the target.
    ///
    /// # Errors
    /// [`crate::Error::Unauthenticated`] if the session has ended or its user is gone;
    /// [`crate::Error::IdempotencyKeyReused`].
    async fn open(
        &self,
        caller: &Caller,
        kind: TransactionKind,
        on: Option<Target>,
        at: DateTime<Utc>,
    ) -> Result<Box<dyn OpenTransaction>>;

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

/// A transaction whose caller is authenticated and not yet authorized.
#[async_trait]
pub trait OpenTransaction: Send {
    /// Who it is.
    fn identity(&self) -> &Identity;
    /// The same user, with the name.
    fn caller(&self) -> NamedUser;
    /// The time zone of the caller's organisation; outside an organisation the usual one.
    fn time_zone(&self) -> TimeZone;
    /// The attributes of the target for this caller; none if there is no such thing in the caller's organisation.
    fn attributes(&self) -> Option<Attributes>;
    /// The stored answer to the same idempotent request.
    fn stored_response(&mut self) -> Option<StoredResponse>;
    /// Goes on inside the organisation of the authorization.
    fn enter(self: Box<Self>, scope: OrgScope) -> Box<dyn Repositories>;
    /// Goes on outside every organisation, for the operator.
    async fn operator(self: Box<Self>) -> Result<Box<dyn OperatorRepositories>>;
}

/// All that the operator does together or not at all. Dropped without a commit, nothing of it has happened.
#[async_trait]
pub trait OperatorRepositories: Organisations + Send {
    /// Goes on inside one organisation, in the same transaction.
    async fn within(self: Box<Self>, scope: OrgScope) -> Result<Box<dyn Repositories>>;
    /// Makes it last, with the outcome to replay if the caller gave an idempotency key.
    ///
    /// # Errors
    /// [`crate::Error::InFlight`] if the same idempotent request was answered meanwhile.
    async fn commit(self: Box<Self>, outcome: Option<StoredResponse>) -> Result<()>;
}
