use super::{LogInPlace, MailState};
use crate::accounts::{Domain, Email};
use crate::vocabulary::Language;
use crate::{InvitationId, OrganisationId, Result, SecretDigest, SessionId, ShortText, UserId};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use std::fmt::Debug;
use uuid::Uuid;

/// What a mail with an invitation needs.
#[derive(Clone, Debug)]
pub struct InvitationMail {
    /// The invited address.
    pub to: Email,
    /// The language of the invitation, or of the inviter.
    pub language: Language,
    /// The organisation.
    pub organisation: ShortText,
    /// The inviter.
    pub invited_by: Option<ShortText>,
}

/// To whom a mail about an account goes.
#[derive(Clone, Debug)]
pub struct AccountHolder {
    /// The address of the account.
    pub to: Email,
    /// The language of its holder.
    pub language: Language,
    /// The name of its holder.
    pub name: ShortText,
}

/// What the mails about a change of address need.
#[derive(Clone, Debug)]
pub struct EmailChangeMail {
    /// The current address.
    pub from: Email,
    /// The new address.
    pub to: Email,
    /// The language of the holder of the account.
    pub language: Language,
    /// The name of the holder.
    pub name: ShortText,
}

/// What the jobs that mail secrets read and store.
///
/// Each method that takes a digest stores it in place of the earlier one, whose secret is then no longer accepted.
#[async_trait]
pub trait Outbox: Debug + Send + Sync {
    /// Stores the digest of an invitation's new secret and returns what its mail needs.
    ///
    /// `None` if the invitation is withdrawn, accepted or expired, has no address, or its inviter may no longer invite.
    async fn renew_invitation(
        &self,
        organisation: OrganisationId,
        id: InvitationId,
        digest: SecretDigest,
        at: DateTime<Utc>,
    ) -> Result<Option<InvitationMail>>;
    /// Records what became of the mail with this invitation, unless it has another secret by now.
    async fn record_invitation(
        &self,
        organisation: OrganisationId,
        digest: SecretDigest,
        state: MailState,
        at: DateTime<Utc>,
    ) -> Result<()>;
    /// Stores the digest of a reset's secret and returns what its mail needs.
    ///
    /// `None` if no account has the address, or a later request replaced this one.
    async fn renew_reset(&self, id: Uuid, digest: SecretDigest, until: DateTime<Utc>) -> Result<Option<AccountHolder>>;
    /// Stores the encrypted code of a request and returns to whom it goes.
    ///
    /// `None` if no account has the address, or it may not log in by such a code: see [`crate::sessions::LogInProof::MailCode`].
    async fn renew_log_in_code(
        &self,
        id: Uuid,
        encrypted: Vec<u8>,
        until: DateTime<Utc>,
    ) -> Result<Option<AccountHolder>>;
    /// Returns the name of an organisation. `None` if it is gone.
    async fn organisation_name(&self, organisation: OrganisationId) -> Result<Option<ShortText>>;
    /// Returns the domains of an organisation whose records are missing: those that are still proven, or those that no longer
    /// are.
    async fn missing_domains(&self, organisation: OrganisationId, proven: bool) -> Result<Vec<Domain>>;
    /// Returns to whom a notice about this account goes. `None` if the account is gone.
    async fn holder(&self, user: UserId) -> Result<Option<AccountHolder>>;
    /// Returns the user of a session and where it started. `None` if it is gone or its network is not known.
    async fn log_in_place(&self, session: SessionId) -> Result<Option<(UserId, LogInPlace)>>;
    /// Stores the digest of the secret for a new address, if one is given, and returns what its mails need.
    ///
    /// `None` if the change was made, withdrawn or replaced.
    async fn renew_email_change(
        &self,
        id: Uuid,
        digest: Option<SecretDigest>,
        until: DateTime<Utc>,
    ) -> Result<Option<EmailChangeMail>>;
}
