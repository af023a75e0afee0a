use super::Invitation;
use crate::{InvitationId, Page, PageRequest, Result, SecretDigest, UserId, Version};
use async_trait::async_trait;

/// The invitations of one organisation.
#[async_trait]
pub trait Invitations: Send {
    /// The invitation, if there is one.
    async fn get(&mut self, id: InvitationId) -> Result<Option<Invitation>>;
    /// A page of them, accepted and expired ones too.
    async fn list(&mut self, page: PageRequest) -> Result<Page<Invitation>>;
    /// Adds it, to be accepted by the secret of this digest.
    ///
    /// # Errors
    /// [`crate::Conflict::UnknownReference`] if the organisation has no such client.
    async fn add(&mut self, invitation: &Invitation, digest: SecretDigest) -> Result<()>;
    /// Removes the invitation at version `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if somebody was first.
    async fn remove(&mut self, id: InvitationId, seen: Version) -> Result<()>;
    /// Removes every invitation of this user's that was not accepted.
    async fn withdraw_all_by(&mut self, inviter: UserId) -> Result<()>;
}
