//! The ports of the domain: traits that other crates implement, and the types they use.

pub use crate::Repositories;
pub use crate::accounts::{AccountStore, AccountStores, OwnAccount, UncheckedAccount};
pub use crate::attempts::{FailureStore, KeyedHash};
pub use crate::audit::Accounts;
pub use crate::clock::{Clock, Ids, SystemClock, TimeOrderedIds};
pub use crate::erasures::ErasureStore;
pub use crate::key_rotation::{ClientKeys, EncryptedRows};
pub use crate::key_store::{IndexKey, KeyStore, KeyVersion, OrganisationKey};
pub use crate::log_in_domains::TxtRecords;
pub use crate::notifications::{ErasedClients, Following, Notifications};
pub use crate::organisations::PurgeStore;
pub use crate::secrets::{Cipher, Passwords, Secrets};
pub use crate::unit_of_work::StoredResponse;

use crate::access::{Attributes, OrgScope, Principal, Target};
use crate::accounts::NamedUser;
use crate::audit::{AuditEntry, AuditLog, CurrentRequest};
use crate::jobs::Queue;
use crate::log_in_domains::ProvenDomains;
use crate::mail::{Mailer, Outbox};
use crate::organisations::Organisations;
use crate::passkeys::Passkeys;
use crate::sessions::Refusals;
use crate::{Caller, Result, TimeZone};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use std::fmt::Debug;
use std::sync::Arc;

/// The external dependencies of the use cases.
#[derive(Clone, Debug)]
pub struct Ports {
    /// The database.
    pub store: Arc<dyn Store>,
    /// Accounts and sessions, outside any organisation.
    pub accounts: Accounts,
    /// The counts of failed attempts.
    pub failures: Arc<dyn FailureStore>,
    /// What the jobs that mail secrets read and store.
    pub outbox: Arc<dyn Outbox>,
    /// Sends mail; `None` where no mail is configured.
    pub mailer: Option<Arc<dyn Mailer>>,
    /// DNS, for the domains that organisations prove.
    pub txt_records: Arc<dyn TxtRecords>,
    /// The proven domains of all organisations.
    pub proven_domains: Arc<dyn ProvenDomains>,
    /// The keys of the clients of all organisations.
    pub client_keys: Arc<dyn ClientKeys>,
    /// Encrypted and hashed rows, for the rotation of their keys.
    pub encrypted_rows: Arc<dyn EncryptedRows>,
    /// The queue of background jobs.
    pub queue: Arc<dyn Queue>,
    /// Erases the records of clients, for jobs.
    pub erasures: Arc<dyn ErasureStore>,
    /// Removes purged organisations, for jobs.
    pub purges: Arc<dyn PurgeStore>,
    /// The audit log of reads and refusals.
    pub audit_log: Arc<dyn AuditLog>,
    /// The request that is being served.
    pub requests: Arc<dyn CurrentRequest>,
    /// Notifications of committed changes.
    pub notifications: Arc<dyn Notifications>,
    /// Hashing and verification of passwords.
    pub passwords: Arc<dyn Passwords>,
    /// Generation of secrets.
    pub secrets: Arc<dyn Secrets>,
    /// Encryption of secrets that must be readable again.
    pub cipher: Arc<dyn Cipher>,
    /// Challenges for passkeys; `None` without a relying party.
    pub passkeys: Option<Arc<dyn Passkeys>>,
    /// Whether operators and the staff of new organisations need a second factor.
    pub second_factor_by_default: bool,
    /// Maximum number of invitations that the administrators of an organisation mail within
    /// [`crate::invitations::MAILED_WITHIN`].
    ///
    /// Anybody can be invited, so this bounds the mails to strangers. Deliveries count, and so do withdrawn invitations; those
    /// of integrations do not: they have a limit of their own.
    pub max_mailed_invitations: u32,
    /// Ended sessions whose end could not be stored yet.
    pub refusals: Arc<Refusals>,
    /// The source of time.
    pub clock: Arc<dyn Clock>,
    /// The source of identifiers.
    pub ids: Arc<dyn Ids>,
}

/// The access mode of a transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TransactionKind {
    /// Read only.
    Read,
    /// Read only; all statements see the same snapshot.
    Snapshot,
    /// Read and write.
    Write,
}

/// The database.
#[async_trait]
pub trait Store: Debug + Send + Sync {
    /// Begins a transaction and authenticates the caller in one round trip.
    ///
    /// Reads the live session, the membership of its organisation, the stored response for the idempotency key, and
    /// the attributes of the target.
    ///
    /// # Errors
    /// [`crate::Error::Unauthenticated`] if the session has ended or its user no longer exists;
    /// [`crate::Error::IdempotencyKeyReused`].
    async fn open(
        &self,
        caller: &Caller,
        kind: TransactionKind,
        on: Option<Target>,
        at: DateTime<Utc>,
    ) -> Result<Box<dyn OpenTransaction>>;

    /// Checks that the database responds.
    ///
    /// # Errors
    /// [`crate::Error::Unavailable`] if it does not.
    async fn ping(&self) -> Result<()>;

    /// Checks that the database accepts writes: writes a small row and rolls back.
    ///
    /// # Errors
    /// [`crate::Error::Unavailable`] if it is read-only.
    async fn try_write(&self, at: DateTime<Utc>) -> Result<()>;
}

/// A transaction with an authenticated, not yet authorized caller.
#[async_trait]
pub trait OpenTransaction: Send {
    /// The authenticated caller.
    fn principal(&self) -> &Principal;
    /// The caller by id and name.
    fn caller(&self) -> NamedUser;
    /// The time zone of the caller's organisation, or the default outside an organisation.
    fn time_zone(&self) -> TimeZone;
    /// The attributes of the target; `None` if it does not exist in the caller's organisation.
    fn attributes(&self) -> Option<Attributes>;
    /// The stored response to the same idempotent request, if any.
    fn stored_response(&mut self) -> Option<StoredResponse>;
    /// Continues inside the authorized organisation.
    fn enter(self: Box<Self>, scope: OrgScope) -> Box<dyn Repositories>;
    /// Continues outside any organisation, for the operator.
    async fn operator(self: Box<Self>) -> Result<Box<dyn OperatorRepositories>>;
}

/// The operator's transaction. Rolled back if dropped without a commit.
#[async_trait]
pub trait OperatorRepositories: Organisations + Send {
    /// Continues inside one organisation, in the same transaction.
    async fn within(self: Box<Self>, scope: OrgScope) -> Result<Box<dyn Repositories>>;
    /// Commits with this entry of the access log, and stores the outcome if the caller gave an idempotency key.
    ///
    /// # Errors
    /// [`crate::Error::InFlight`] if the same idempotent request was answered concurrently.
    async fn commit(self: Box<Self>, entry: AuditEntry, outcome: Option<StoredResponse>) -> Result<()>;
    /// Ends a read-only transaction, without waiting.
    fn end(self: Box<Self>);
}
