use super::Invitation;
use crate::{InvitationId, MemberId, Page, PageRequest, Result, SecretDigest, UserId, Version};
use async_trait::async_trait;

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
