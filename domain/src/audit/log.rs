//! The audit log: one entry per operation, whether it changed data, read data or was refused.

use crate::access::{Action, Target};
use crate::jobs::JobKind;
use crate::{OrganisationId, Result, SessionId, UserId};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use std::fmt::Debug;

/// Stores audit entries.
///
/// Committed changes are not recorded here: their event is a row of the same transaction.
#[async_trait]
pub trait AuditLog: Debug + Send + Sync {
    /// Records a read, or an operation outside any organisation.
    ///
    /// The response is sent only after this returns.
    ///
    /// # Errors
    /// [`crate::Error::Unavailable`] if the entry cannot be recorded; the request then fails.
    async fn record(&self, entry: AuditEntry) -> Result<()>;

    /// Records a refused or failed operation, without waiting.
    fn refused(&self, entry: AuditEntry);
}

/// One audited operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AuditEntry {
    /// The start of the operation.
    pub at: DateTime<Utc>,
    /// The operation.
    pub operation: AuditedOperation,
    /// The user, if known.
    pub user: Option<UserId>,
    /// The user's session.
    pub session: Option<SessionId>,
    /// The organisation, if any.
    pub organisation: Option<OrganisationId>,
    /// The target, if any.
    pub target: Option<Target>,
    /// The outcome of the operation.
    pub outcome: Outcome,
}

impl AuditEntry {
    /// Creates an entry without a user; the outcome is [`Outcome::Failed`] until set.
    #[must_use]
    pub fn new(operation: AuditedOperation, at: DateTime<Utc>) -> Self {
        Self { at, operation, user: None, session: None, organisation: None, target: None, outcome: Outcome::Failed }
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

/// Operations outside any organisation, and those of the command line.
#[expect(missing_docs, reason = "the variant names are self-explanatory")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountTask {
    LogIn,
    Refresh,
    LogOut,
    ListSessions,
    EndSession,
    ChooseOrganisation,
    ReadAccount,
    UpdateAccount,
    ChangePassword,
    ConfirmEmail,
    ConfirmLogIn,
    AddOperator,
    ReadInvitation,
    AcceptInvitation,
    RequestReset,
    ResetPassword,
    RequestEmailChange,
    ChangeEmail,
    DeleteAccount,
}

/// The outcome of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Completed.
    Done,
    /// Answered from the stored response to the same idempotent request.
    Repeated,
    /// Refused: the caller is not authorized.
    Refused,
    /// Not completed for another reason.
    Failed,
}

/// An [`AuditLog`] that records nothing.
#[derive(Debug)]
pub struct NoAuditLog;

#[async_trait]
impl AuditLog for NoAuditLog {
    async fn record(&self, _: AuditEntry) -> Result<()> {
        Ok(())
    }

    fn refused(&self, _: AuditEntry) {}
}
