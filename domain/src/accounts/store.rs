//! What comes before an organisation: logging in, and what a user may do with their own account.
//!
//! Small on purpose, since none of it goes through the access policy: everything here is reached by a secret (a
//! password, a refresh token) or is about the caller alone.

use crate::accounts::{Account, Email, Membership, Profile};
use crate::invitations::Acceptances;
use crate::sessions::{NewSession, Session};
use crate::{Caller, ClientId, OrganisationId, Page, PageRequest, Result, SecretDigest, SessionId, UserId, Version};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use std::fmt::Debug;

/// Reaches accounts and sessions by their secrets.
#[async_trait]
pub trait AccountStore: Acceptances + Debug + Send + Sync {
    /// The user with this email address, and the hash of their password.
    async fn credentials(&self, email: &Email) -> Result<Option<(UserId, String)>>;

    /// Begins a session, for the user's only organisation if there is just one; gives it back with the organisations
    /// to choose from. None if the password is another by now.
    async fn start_session(&self, new: &NewSession) -> Result<Option<(Session, Vec<Membership>)>>;

    /// Replaces a refresh token, at most once however many present it at the same time; see
    /// [`crate::sessions::refresh`] for which tokens are accepted. None refuses, and then a session whose old token
    /// was presented has ended.
    async fn rotate(&self, presented: SecretDigest, next: SecretDigest, at: DateTime<Utc>) -> Result<Option<Session>>;

    /// The session this refresh token belongs to and its user, if it is live.
    async fn session_of(&self, token: SecretDigest, at: DateTime<Utc>) -> Result<Option<(SessionId, UserId)>>;

    /// Ends the session this refresh token belongs to, if any.
    async fn end_session_of(&self, token: SecretDigest, at: DateTime<Utc>) -> Result<()>;

    /// Adds a user who runs the platform.
    ///
    /// # Errors
    /// [`crate::Conflict::EmailTaken`].
    async fn add_operator(&self, account: &Account, password_hash: &str) -> Result<()>;

    /// Confirms the log-in of a client of this organisation, if there is one that is not confirmed. Says whether there was.
    async fn confirm_log_in(&self, organisation: OrganisationId, client: ClientId, at: DateTime<Utc>) -> Result<bool>;

    /// Confirms that the address is the account holder's; with a hash, it becomes that of the password, and every session
    /// ends. Says whether there is such an account.
    async fn confirm_email(&self, email: &Email, password_hash: Option<&str>, at: DateTime<Utc>) -> Result<bool>;

    /// Recognises the caller and opens a unit of work on what is theirs.
    ///
    /// # Errors
    /// [`crate::Error::Unauthenticated`] if the session has ended or its user is gone.
    async fn own(&self, caller: &Caller, writes: bool, at: DateTime<Utc>) -> Result<Box<dyn OwnAccount>>;
}

/// A unit of work on the caller's own account, sessions and memberships: no method can name another user's.
#[async_trait]
pub trait OwnAccount: Send {
    /// The caller's session, account and memberships of active organisations.
    async fn everything(&mut self) -> Result<(Session, Profile)>;
    /// The caller's account.
    async fn account(&mut self) -> Result<Account>;
    /// Replaces the account at version `seen`; email and rights stay as they are.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if somebody was first.
    async fn update_account(&mut self, account: &Account, seen: Version) -> Result<()>;
    /// The hash of the caller's password.
    async fn password_hash(&mut self) -> Result<String>;
    /// Replaces the hash if it is `from` still, ends every other session of the caller, and leaves this one `next` as its
    /// only refresh token. Says whether it did.
    async fn change_password(&mut self, from: &str, to: &str, next: SecretDigest, at: DateTime<Utc>) -> Result<bool>;
    /// The caller's memberships of active organisations.
    async fn memberships(&mut self) -> Result<Vec<Membership>>;
    /// The caller's session.
    async fn session(&mut self) -> Result<Session>;
    /// A page of the caller's live sessions.
    async fn sessions(&mut self, at: DateTime<Utc>, page: PageRequest) -> Result<Page<Session>>;
    /// Whether this is a live session of the caller.
    async fn has_session(&mut self, id: SessionId, at: DateTime<Utc>) -> Result<bool>;
    /// Ends a live session of the caller. Says whether there was one.
    async fn end_session(&mut self, id: SessionId, at: DateTime<Utc>) -> Result<bool>;
    /// Sets the organisation of the caller's session, if it is active and the caller a member. Says whether it did.
    async fn choose_organisation(&mut self, organisation: OrganisationId) -> Result<bool>;
    /// Makes it last.
    async fn commit(self: Box<Self>) -> Result<()>;
}
