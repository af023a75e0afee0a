//! The audit log: one entry per operation, whether it changed data, read data or was refused.

use crate::access::{Action, Target};
use crate::jobs::JobKind;
use crate::{IntegrationId, OrganisationId, Result, SessionId, UserId};
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
    /// The integration, if the caller is an external system; then there is no user.
    pub integration: Option<IntegrationId>,
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
        Self {
            at,
            operation,
            user: None,
            session: None,
            integration: None,
            organisation: None,
            target: None,
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

/// Operations outside any organisation, and those of the command line.
#[expect(missing_docs, reason = "the variant names are self-explanatory")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountTask {
    LogIn,
    IssueToken,
    PresentToken,
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
    ConfirmSession,
    ChallengePasskey,
    ListSecondFactors,
    AddSecondFactor,
    ConfirmSecondFactor,
    RemoveSecondFactor,
    ReplaceRecoveryCodes,
    ListAccounts,
    DisableAccount,
    RequestReset,
    RequestLogInCode,
    ResetPassword,
    RequestEmailChange,
    ChangeEmail,
    DeleteAccount,
    BeginProviderLogIn,
    ProviderLogOut,
    ListIdentities,
    LinkIdentity,
    UnlinkIdentity,
}

/// Which sessions may perform a task on the caller's own account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AllowedIn {
    /// Every session, also one that waits for the second factor of its account.
    Every,
    /// Every session with the factors of its account, also an unconfirmed one of a device.
    Complete,
    /// The same, but one of a device only if it was confirmed in the last 30 days.
    Confirmed,
    /// Only one that was confirmed in the last ten minutes.
    JustConfirmed,
}

impl AccountTask {
    /// The sessions that may perform it. Matters only to tasks on the caller's own account.
    pub(crate) fn allowed_in(self) -> AllowedIn {
        match self {
            Self::ReadAccount | Self::LogOut | Self::ConfirmSession | Self::ChallengePasskey => AllowedIn::Every,
            Self::LogIn
            | Self::IssueToken
            | Self::PresentToken
            | Self::Refresh
            | Self::ListSessions
            | Self::EndSession
            | Self::ChooseOrganisation => AllowedIn::Complete,
            Self::UpdateAccount
            | Self::ChangePassword
            | Self::ConfirmEmail
            | Self::ConfirmLogIn
            | Self::AddOperator
            | Self::ReadInvitation
            | Self::AcceptInvitation
            | Self::RequestReset
            | Self::RequestLogInCode
            | Self::ListAccounts
            | Self::DisableAccount
            | Self::ResetPassword
            | Self::ChangeEmail
            | Self::BeginProviderLogIn
            | Self::ProviderLogOut
            | Self::ListIdentities
            | Self::ListSecondFactors => AllowedIn::Confirmed,
            Self::AddSecondFactor
            | Self::ConfirmSecondFactor
            | Self::RemoveSecondFactor
            | Self::ReplaceRecoveryCodes
            | Self::RequestEmailChange
            | Self::LinkIdentity
            | Self::UnlinkIdentity
            | Self::DeleteAccount => AllowedIn::JustConfirmed,
        }
    }

    /// Whether a session may perform it in which only an identity provider has said who the user is.
    ///
    /// The provider speaks for its organisation, not for the account, which may have memberships elsewhere.
    pub(crate) fn is_for_provider_sessions(self) -> bool {
        match self {
            Self::LogIn
            | Self::IssueToken
            | Self::Refresh
            | Self::LogOut
            | Self::ChooseOrganisation
            | Self::ReadAccount
            | Self::ChallengePasskey
            | Self::ConfirmSession => true,
            Self::ListSessions
            | Self::PresentToken
            | Self::RequestLogInCode
            | Self::EndSession
            | Self::UpdateAccount
            | Self::ChangePassword
            | Self::ConfirmEmail
            | Self::ConfirmLogIn
            | Self::AddOperator
            | Self::ReadInvitation
            | Self::AcceptInvitation
            | Self::ListSecondFactors
            | Self::AddSecondFactor
            | Self::ConfirmSecondFactor
            | Self::RemoveSecondFactor
            | Self::ReplaceRecoveryCodes
            | Self::ListAccounts
            | Self::DisableAccount
            | Self::RequestReset
            | Self::ResetPassword
            | Self::RequestEmailChange
            | Self::ChangeEmail
            | Self::DeleteAccount
            | Self::BeginProviderLogIn
            | Self::ProviderLogOut
            | Self::ListIdentities
            | Self::LinkIdentity
            | Self::UnlinkIdentity => false,
        }
    }
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
