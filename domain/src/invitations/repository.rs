use super::{Invitation, Known};
use crate::accounts::Email;
use crate::jobs::NewJob;
use crate::{InvitationId, MemberId, Page, PageRequest, Result, SecretDigest, UserId, Version};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use std::collections::HashMap;

/// The invitations of one organisation.
#[async_trait]
pub trait Invitations: Send {
    /// Returns the invitation, or `None` if it does not exist.
    async fn get(&mut self, id: InvitationId) -> Result<Option<Invitation>>;
    /// Returns a page of the invitations, including accepted and expired ones.
    async fn list(&mut self, page: PageRequest) -> Result<Page<Invitation>>;
    /// Inserts the invitation with the digest of its secret.
    ///
    /// # Errors
    /// [`crate::Conflict::UnknownReference`] if the organisation has no such client.
    async fn add(&mut self, invitation: &Invitation, digest: SecretDigest) -> Result<()>;
    /// Inserts invitations with the digests of their secrets. They differ only in id, address, roles and secret.
    async fn add_all(&mut self, invitations: &[(Invitation, SecretDigest)]) -> Result<()>;
    /// Returns which of these addresses are of members or have an invitation that is open at this instant.
    async fn known(&mut self, emails: &[&Email], at: DateTime<Utc>) -> Result<HashMap<Email, Known>>;
    /// Makes other imports of the organisation wait until the unit of work ends.
    async fn lock(&mut self) -> Result<()>;
    /// Enqueues the mails of these invitations, which are due at the same time.
    ///
    /// # Errors
    /// [`crate::Conflict::TooManyInvitations`] if more than `most` would be mailed since `since`.
    async fn enqueue_mails(&mut self, jobs: &[NewJob], since: DateTime<Utc>, most: u32) -> Result<()>;
    /// Stores a new delivery of an open invitation: secret, inviter, expiry and the state of its mail.
    ///
    /// # Errors
    /// [`crate::Conflict::InvitationSentOften`] if it was delivered [`super::MAX_DELIVERIES`] times.
    async fn deliver(&mut self, invitation: &Invitation, digest: SecretDigest) -> Result<()>;
    /// Removes the invitation if its version is still `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if the stored version is no longer `seen`.
    async fn remove(&mut self, id: InvitationId, seen: Version) -> Result<()>;
    /// Removes the open invitation of a member who is invited again, if there is one.
    async fn replace_of(&mut self, member: MemberId) -> Result<()>;
    /// Removes every open invitation of this inviter.
    async fn withdraw_all_by(&mut self, inviter: UserId) -> Result<()>;
}
