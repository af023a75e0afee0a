use super::IdentityProvider;
use crate::{IdentityProviderId, Page, PageRequest, Result, Version};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// The identity providers of one organisation.
#[async_trait]
pub trait IdentityProviders: Send {
    /// Returns the provider, or `None` if it does not exist.
    async fn get(&mut self, id: IdentityProviderId) -> Result<Option<IdentityProvider>>;
    /// Returns a page of the providers.
    async fn list(&mut self, page: PageRequest) -> Result<Page<IdentityProvider>>;
    /// Returns the number of providers, which nobody else changes until this transaction ends.
    async fn count(&mut self) -> Result<usize>;
    /// Inserts the provider with its encrypted credential.
    async fn add(&mut self, provider: &IdentityProvider, credential: Vec<u8>) -> Result<()>;
    /// Replaces the provider if its version is still `seen`, and its encrypted credential if there is a new one.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if the stored version is no longer `seen`.
    async fn update(&mut self, provider: &IdentityProvider, credential: Option<Vec<u8>>, seen: Version) -> Result<()>;
    /// Removes the provider, with the identities at it, if its version is still `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if the stored version is no longer `seen`.
    async fn remove(&mut self, id: IdentityProviderId, seen: Version) -> Result<()>;
    /// Ends every session that rests on the provider.
    async fn end_sessions(&mut self, id: IdentityProviderId, at: DateTime<Utc>) -> Result<()>;
}
