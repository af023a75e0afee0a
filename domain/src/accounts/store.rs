//! Storage for logging in and for the caller's own account, outside any organisation.
//!
//! Deliberately small, since none of it is subject to the access policy: every method needs a secret (a password, a
//! refresh token) or concerns the caller alone.

use crate::access::SessionConfirmation;
use crate::accounts::{Account, Administration, Email, Membership, NamedAccount, NewEmail, Profile, ResetRequest};
use crate::audit::{AccountTask, AllowedIn, OwedLine};
use crate::identities::{NewIdentity, OwnIdentity};
use crate::integrations::IntegrationCredentials;
use crate::invitations::Acceptances;
use crate::jobs::NewJob;
use crate::passkeys::{OwnPasskeys, PasskeyStore};
use crate::provider_log_ins::ProviderLogIns;
use crate::second_factors::{NewSecondFactor, SecondFactor, StoredSecret};
use crate::sessions::{Factor, MailCodeRequest, NewSession, Rotated, Rotation, Session, Started, TriedMailCode};
use crate::{
    Caller, ClientId, Error, IdentityId, OrganisationId, Page, PageRequest, Result, SecondFactorId, SecretDigest,
    SessionId, UserId, Version,
};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use std::fmt::{self, Debug};

/// Gives the store of one operation on accounts.
pub trait AccountStores: Debug + Send + Sync {
    /// The store of the operation that owes this line: the transaction that completes it stores the line.
    fn owing(&self, line: OwedLine) -> Box<dyn AccountStore>;
}

/// Accesses accounts and sessions by secrets.
#[async_trait]
pub trait AccountStore:
    Acceptances + Administration + IntegrationCredentials + PasskeyStore + ProviderLogIns + Recovery + Debug + Send + Sync
{
    /// Returns the user with this email address and their password hash.
    async fn credentials(&self, email: &Email) -> Result<Option<(UserId, String)>>;

    /// Stores the request for a code with its job. It does the same whether or not the address has an account.
    async fn request_mail_code(&self, request: &MailCodeRequest, job: &NewJob) -> Result<()>;

    /// Counts a try of the code that was mailed for this ticket and address.
    ///
    /// `None` if there is no such code, or no try left.
    async fn try_mail_code(
        &self,
        ticket: SecretDigest,
        email: &Email,
        at: DateTime<Utc>,
    ) -> Result<Option<TriedMailCode>>;

    /// Uses up the code of a ticket. Returns whether there was one.
    async fn use_mail_code(&self, ticket: SecretDigest) -> Result<bool>;

    /// Starts a session and returns it with the organisations to choose from.
    ///
    /// If there is exactly one organisation, the session is in it. `None` if the proof no longer holds.
    async fn start_session(&self, new: &NewSession) -> Result<Option<Started>>;

    /// Rotates a refresh token, at most once regardless of concurrent requests.
    ///
    /// See [`crate::sessions::refresh`] for the accepted tokens. `None` means refused; reuse of a rotated token has
    /// then ended the session.
    async fn rotate(&self, rotation: &Rotation, at: DateTime<Utc>) -> Result<Option<Rotated>>;

    /// Returns the live session of this refresh token and its user.
    async fn session_of(&self, token: SecretDigest, at: DateTime<Utc>) -> Result<Option<(SessionId, UserId)>>;

    /// Ends the session of this refresh token, if any.
    async fn end_session_of(&self, token: SecretDigest, at: DateTime<Utc>) -> Result<()>;

    /// Inserts a platform operator.
    ///
    /// # Errors
    /// [`crate::Conflict::EmailTaken`].
    async fn add_operator(&self, account: &Account, password_hash: &str) -> Result<()>;

    /// Confirms the unconfirmed log-in of a client of this organisation. Returns whether there was one.
    async fn confirm_log_in(&self, organisation: OrganisationId, client: ClientId, at: DateTime<Utc>) -> Result<bool>;

    /// Confirms that the address belongs to the account holder.
    ///
    /// With a hash, also sets the password, tells the holder, ends every session and, if the address was unconfirmed, removes
    /// every other way into the account. Returns whether there is such an account.
    async fn confirm_email(
        &self,
        email: &Email,
        password_hash: Option<&str>,
        notice: Option<&NewJob>,
        at: DateTime<Utc>,
    ) -> Result<bool>;

    /// Authenticates the caller and begins a unit of work on their own account.
    ///
    /// # Errors
    /// [`crate::Error::Unauthenticated`] if the session has ended or the user no longer exists.
    async fn own(&self, caller: &Caller, writes: bool, at: DateTime<Utc>) -> Result<UncheckedAccount>;
}

/// A unit of work on the caller's own account, before the check whether their session allows the task.
pub struct UncheckedAccount {
    account: Box<dyn OwnAccount>,
    confirmation: SessionConfirmation,
    lacks_factor: bool,
    only_provider: bool,
}

impl fmt::Debug for UncheckedAccount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UncheckedAccount").field("confirmation", &self.confirmation).finish_non_exhaustive()
    }
}

impl UncheckedAccount {
    /// Wraps a unit of work. `lacks_factor` says whether the session lacks the second factor of its account,
    /// `only_provider` whether only an identity provider has said in it who the user is.
    #[must_use]
    pub fn new(
        account: Box<dyn OwnAccount>,
        confirmation: SessionConfirmation,
        lacks_factor: bool,
        only_provider: bool,
    ) -> Self {
        Self { account, confirmation, lacks_factor, only_provider }
    }

    /// Checks that the session may perform the task.
    ///
    /// # Errors
    /// [`Error::SecondFactorRequired`], [`Error::ConfirmationRequired`].
    pub(crate) fn admitted_to(self, task: AccountTask) -> Result<Box<dyn OwnAccount>> {
        let allowed = task.allowed_in();
        if self.lacks_factor && allowed != AllowedIn::Every {
            return Err(Error::SecondFactorRequired);
        }
        if self.only_provider && !task.is_for_provider_sessions() {
            return Err(Error::ConfirmationRequired(SessionConfirmation::FOR_SENSITIVE));
        }
        let on_device = matches!(allowed, AllowedIn::Every | AllowedIn::Complete);
        self.confirmation.suffices(allowed == AllowedIn::JustConfirmed, on_device)?;
        Ok(self.account)
    }
}

/// Ways back into an account, by the secret of a mail.
#[async_trait]
pub trait Recovery: Send + Sync {
    /// Stores the request with its job. It does the same whether or not the address has an account.
    async fn request_reset(&self, request: &ResetRequest, job: &NewJob) -> Result<()>;
    /// Returns the account that this secret gives a new password.
    async fn pending_reset(&self, secret: SecretDigest, at: DateTime<Utc>) -> Result<Option<NamedAccount>>;
    /// Uses up the secret, sets the password, confirms the address and ends every session of the user.
    ///
    /// Removes the second factors and identities of an account whose address was unconfirmed, and no others. Returns whether the
    /// secret was valid.
    async fn reset_password(
        &self,
        secret: SecretDigest,
        hash: &str,
        notice: Option<&NewJob>,
        at: DateTime<Utc>,
    ) -> Result<bool>;
    /// Uses up the secret and gives the user the address that it was mailed to. Returns whether the secret was valid.
    ///
    /// # Errors
    /// [`crate::Conflict::EmailTaken`].
    async fn accept_email(&self, secret: SecretDigest, at: DateTime<Utc>) -> Result<bool>;
}

/// A unit of work on the caller's own account, sessions and memberships.
///
/// No method accepts another user's id.
#[async_trait]
pub trait OwnAccount: OwnPasskeys + Send {
    /// Returns the caller's session, account and memberships of active organisations.
    async fn everything(&mut self) -> Result<(Session, Profile)>;
    /// Returns the caller's account.
    async fn account(&mut self) -> Result<Account>;
    /// Replaces the account if its version is still `seen`; email and rights are not changed.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if the stored version is no longer `seen`.
    async fn update_account(&mut self, account: &Account, seen: Version) -> Result<()>;
    /// Returns the caller's password hash.
    async fn password_hash(&mut self) -> Result<String>;
    /// Replaces the password hash if it is still `from`.
    ///
    /// Also ends the caller's other sessions and makes `next` the only refresh token of this one. Returns whether the
    /// hash was replaced.
    async fn change_password(&mut self, from: &str, to: &str, next: SecretDigest, at: DateTime<Utc>) -> Result<bool>;
    /// Returns the caller's memberships of active organisations.
    async fn memberships(&mut self) -> Result<Vec<Membership>>;
    /// Returns the caller's session.
    async fn session(&mut self) -> Result<Session>;
    /// Returns a page of the caller's live sessions.
    async fn sessions(&mut self, at: DateTime<Utc>, page: PageRequest) -> Result<Page<Session>>;
    /// Whether this is a live session of the caller.
    async fn has_session(&mut self, id: SessionId, at: DateTime<Utc>) -> Result<bool>;
    /// Ends a live session of the caller. Returns whether there was one.
    async fn end_session(&mut self, id: SessionId, at: DateTime<Utc>) -> Result<bool>;
    /// Sets the organisation of the caller's session if it is active and the caller is a member.
    ///
    /// Returns whether it was set.
    async fn choose_organisation(&mut self, organisation: OrganisationId) -> Result<bool>;
    /// Adds a factor given in the caller's session, which it confirms at this instant.
    async fn confirm_session(&mut self, factor: Factor, at: DateTime<Utc>) -> Result<()>;
    /// Returns the second factors of the account, in the order of their creation.
    async fn second_factors(&mut self) -> Result<Vec<SecondFactor>>;
    /// Returns the account, locked until the transaction ends, with its second factors.
    ///
    /// # Errors
    /// [`crate::Error::Unauthenticated`] if the session ended while the transaction waited for the lock.
    async fn account_and_second_factors(&mut self) -> Result<(Account, Vec<SecondFactor>)>;
    /// Returns the secrets of the account's authenticator apps.
    async fn totp_secrets(&mut self) -> Result<Vec<StoredSecret>>;
    /// Inserts a second factor, instead of those that were never confirmed.
    async fn add_second_factor(&mut self, new: &NewSecondFactor) -> Result<()>;
    /// Confirms a second factor of the account with a code of this step.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no unconfirmed one.
    async fn confirm_second_factor(&mut self, id: SecondFactorId, step: i64, at: DateTime<Utc>) -> Result<()>;
    /// Uses up a step of an authenticator app. Returns `false` if this step or a later one was used before.
    async fn use_step(&mut self, id: SecondFactorId, step: i64, at: DateTime<Utc>) -> Result<bool>;
    /// Removes a second factor of the account, and the recovery codes with the last one. Returns whether there was one.
    async fn remove_second_factor(&mut self, id: SecondFactorId) -> Result<bool>;
    /// Replaces the recovery codes of the account.
    async fn replace_recovery_codes(&mut self, digests: &[SecretDigest]) -> Result<()>;
    /// Uses up a recovery code of the account. Returns whether there was one.
    async fn use_recovery_code(&mut self, digest: SecretDigest) -> Result<bool>;
    /// Returns the number of recovery codes that were not used yet.
    async fn recovery_codes_left(&mut self) -> Result<u32>;
    /// Returns the caller's identities at providers, in the order of their creation.
    async fn identities(&mut self) -> Result<Vec<OwnIdentity>>;
    /// Links an identity to the caller. Returns whether they are on the staff of the provider's organisation.
    ///
    /// # Errors
    /// [`crate::Conflict::IdentityLinked`] if it, or another one of the caller at this provider, is linked.
    async fn link_identity(&mut self, new: &NewIdentity) -> Result<bool>;
    /// Removes an identity of the caller and ends its sessions. Returns the organisation of its provider, if there was one.
    async fn unlink_identity(&mut self, id: IdentityId, at: DateTime<Utc>) -> Result<Option<OrganisationId>>;
    /// Stores the request for another address in place of an earlier one, with its job.
    async fn request_email(&mut self, new: &NewEmail, job: &NewJob) -> Result<()>;
    /// Stores a job that tells the user by mail what happened, if there is one.
    async fn tell(&mut self, notice: Option<NewJob>) -> Result<()>;
    /// Deletes the account with its sessions, unless it has a membership of any organisation or operates the platform.
    ///
    /// Returns whether it was deleted.
    async fn delete(&mut self) -> Result<bool>;
    /// Commits the operation, with its line if it may have changed something.
    async fn commit(self: Box<Self>) -> Result<()>;
    /// Commits what stays whatever becomes of the operation, such as the use of a challenge.
    async fn commit_before_refusal(self: Box<Self>) -> Result<()>;
}
