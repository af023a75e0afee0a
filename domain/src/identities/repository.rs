use super::Identity;
use crate::{IdentityId, IdentityProviderId, Page, PageRequest, Result, UserId};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// The identities of the members of one organisation.
#[async_trait]
pub trait Identities: Send {
    /// Returns a page of the identities.
    async fn list(&mut self, page: PageRequest) -> Result<Page<Identity>>;
    /// Removes the identity and ends the sessions that rest on it. Returns its user, if it existed.
    async fn remove(&mut self, id: IdentityId, at: DateTime<Utc>) -> Result<Option<UserId>>;
    /// Returns the users with an identity at this provider, at most [`super::TOLD_USERS`].
    async fn users_at(&mut self, provider: IdentityProviderId) -> Result<Vec<UserId>>;
    /// Whether the user has an identity.
    async fn is_linked(&mut self, user: UserId) -> Result<bool>;
}
