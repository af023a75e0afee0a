//! The audit log: one entry per operation, whether it changed data, read data or was refused.

use super::AccountTask;
use crate::access::{Action, Grounds};
use crate::jobs::JobKind;
use crate::vocabulary::words;
use crate::{ClientId, IntegrationId, OrganisationId, Result, SessionId, UserId};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use std::fmt::Debug;
use std::net::IpAddr;
use uuid::Uuid;

/// Stores audit entries.
///
/// The entry of a committed change is not recorded here, but in the transaction of the change.
#[async_trait]
pub trait AuditLog: Debug + Send + Sync {
    /// Records a read, or an operation outside any organisation.
    ///
    /// The response is sent only after this returns.
    ///
    /// # Errors
    /// [`crate::Error::Unavailable`] if the entry cannot be recorded; the request then fails.
    async fn record(&self, entry: AuditEntry) -> Result<()>;

    /// Accepts the entry of a refused or failed operation, without waiting; [`AuditLog::flush`] waits.
    fn enqueue(&self, entry: AuditEntry);

    /// Waits until every accepted entry is recorded.
    ///
    /// # Errors
    /// [`crate::Error::Unavailable`] if one cannot be recorded; the request then fails.
    async fn flush(&self) -> Result<()>;
}

/// Knows the request that is being served.
pub trait CurrentRequest: Debug + Send + Sync {
    /// Where the current request came from; empty for a job or a command.
    fn origin(&self) -> RequestOrigin;

    /// Makes its response wait for [`AuditLog::flush`].
    fn owe_line(&self);

    /// Says in which organisation its caller acts.
    fn is_of(&self, organisation: OrganisationId);
}

/// Where a request came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RequestOrigin {
    /// The address of the caller, behind trusted proxies.
    pub address: Option<IpAddr>,
    /// The id of the request, at most 128 characters.
    pub request: Option<String>,
}

/// One audited operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEntry {
    /// The start of the operation.
    pub at: DateTime<Utc>,
    /// The operation.
    pub operation: AuditedOperation,
    /// The user, if known.
    pub user: Option<UserId>,
    /// The user's session.
    pub session: Option<SessionId>,
    /// The integration, if the caller is an external system; then there is no user.
    pub integration: Option<IntegrationId>,
    /// The organisation, if any.
    pub organisation: Option<OrganisationId>,
    /// The id of the target, if any.
    pub target: Option<Uuid>,
    /// The clients concerned: whose data was read or changed, or would have been.
    pub clients: Vec<ClientId>,
    /// What the authorization rests on; `None` if it was refused or needs none.
    pub grounds: Option<Grounds>,
    /// Where the request came from.
    pub origin: RequestOrigin,
    /// The outcome of the operation.
    pub outcome: Outcome,
}

impl AuditEntry {
    /// Creates an entry without a user; the outcome is [`Outcome::Failed`] until set.
    #[must_use]
    pub fn new(operation: AuditedOperation, origin: RequestOrigin, at: DateTime<Utc>) -> Self {
        Self {
            at,
            operation,
            user: None,
            session: None,
            integration: None,
            organisation: None,
            target: None,
            clients: Vec::new(),
            grounds: None,
            origin,
            outcome: Outcome::Failed,
        }
    }
}

/// An operation that the audit log records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuditedOperation {
    /// A use case in an organisation or on the platform.
    Action(Action),
    /// An operation on accounts and sessions, outside any organisation.
    Account(AccountTask),
    /// A background job.
    Job(JobKind),
}

impl AuditedOperation {
    /// The kind of operation: `action`, `account` or `job`.
    #[must_use]
    pub fn kind(self) -> &'static str {
        match self {
            Self::Action(_) => "action",
            Self::Account(_) => "account",
            Self::Job(_) => "job",
        }
    }

    /// The code of the operation within its kind, such as `read-map`.
    #[must_use]
    pub fn code(self) -> String {
        match self {
            Self::Action(action) => kebab(action.name()),
            Self::Account(task) => kebab(task.name()),
            Self::Job(kind) => kind.code().to_owned(),
        }
    }
}

/// The name of a variant as a code: `ReadMap` is `read-map`.
fn kebab(name: &str) -> String {
    let mut code = String::with_capacity(name.len() + 4);
    for (at, letter) in name.char_indices() {
        if letter.is_ascii_uppercase() && at > 0 {
            code.push('-');
        }
        code.push(letter.to_ascii_lowercase());
    }
    code
}

words! {
    /// The outcome of an operation.
    pub enum Outcome {
        /// Completed.
        Done = "done", "Gelukt", "Done";
        /// Answered from the stored response to the same idempotent request.
        Repeated = "repeated", "Herhaald", "Repeated";
        /// Refused: the caller is not authorized.
        Refused = "refused", "Geweigerd", "Refused";
        /// Not completed for another reason.
        Failed = "failed", "Mislukt", "Failed";
    }
}

/// An [`AuditLog`] that records nothing.
#[derive(Debug)]
pub struct NoAuditLog;

#[async_trait]
impl AuditLog for NoAuditLog {
    async fn record(&self, _: AuditEntry) -> Result<()> {
        Ok(())
    }

    fn enqueue(&self, _: AuditEntry) {}

    async fn flush(&self) -> Result<()> {
        Ok(())
    }
}
