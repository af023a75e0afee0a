use super::Identity;
use crate::{IdentityId, Page, PageRequest, Result};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// The identities of the members of one organisation.
#[async_trait]
pub trait Identities: Send {
    /// Returns a page of the identities.
    async fn list(&mut self, page: PageRequest) -> Result<Page<Identity>>;
    /// Removes the identity and ends the sessions that rest on it. Returns whether it existed.
    async fn remove(&mut self, id: IdentityId, at: DateTime<Utc>) -> Result<bool>;
}
