//! The journal: every pass through the door, whether it changed something, read something or was refused.

use crate::access::{Action, Target};
use crate::jobs::JobKind;
use crate::{OrganisationId, Result, SessionId, UserId};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use std::fmt::Debug;

/// Where entries go. A change that was committed is not told here: its event is a row of its own transaction.
#[async_trait]
pub trait AuditLog: Debug + Send + Sync {
    /// Records what was read, or what happened outside an organisation. The answer does not leave before this is done.
    ///
    /// # Errors
    /// [`crate::Error::Unavailable`] if it cannot be recorded; then the request fails.
    async fn record(&self, entry: AuditEntry) -> Result<()>;

    /// Records what was refused or failed, without waiting for it.
    fn refused(&self, entry: AuditEntry);
}

/// One pass through the door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AuditEntry {
    /// When it began.
    pub at: DateTime<Utc>,
    /// What was asked for.
    pub operation: AuditedOperation,
    /// The user, where it is known who it is.
    pub user: Option<UserId>,
    /// The user's session.
    pub session: Option<SessionId>,
    /// In which organisation.
    pub organisation: Option<OrganisationId>,
    /// To what.
    pub target: Option<Target>,
    /// How it ended.
    pub outcome: Outcome,
}

impl AuditEntry {
    /// This operation, by nobody known.
    #[must_use]
    pub fn new(operation: AuditedOperation, at: DateTime<Utc>) -> Self {
        Self { at, operation, user: None, session: None, organisation: None, target: None, outcome: Outcome::Failed }
    }
}

/// What passes the door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuditedOperation {
    /// A use case in an organisation or on the platform.
    Action(Action),
    /// Something that comes before an organisation.
    Account(AccountTask),
    /// A job.
    Job(JobKind),
}

/// What comes before an organisation, and what the command line does.
#[expect(missing_docs, reason = "the names say it")]
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
}

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was done.
    Done,
    /// It was answered from the stored response to the same request.
    Repeated,
    /// It was refused: the caller may not do it.
    Refused,
    /// It was not done for another reason.
    Failed,
}

/// Records nothing.
#[derive(Debug)]
pub struct NoAuditLog;

#[async_trait]
impl AuditLog for NoAuditLog {
    async fn record(&self, _: AuditEntry) -> Result<()> {
        Ok(())
    }

    fn refused(&self, _: AuditEntry) {}
}
