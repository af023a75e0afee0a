use super::Integration;
use crate::{IntegrationId, Page, PageRequest, Result, Version};
use async_trait::async_trait;

/// The integrations of one organisation.
#[async_trait]
pub trait Integrations: Send {
    /// Returns the integration, or `None` if it does not exist.
    async fn get(&mut self, id: IntegrationId) -> Result<Option<Integration>>;
    /// Returns a page of the integrations.
    async fn list(&mut self, page: PageRequest) -> Result<Page<Integration>>;
    /// Inserts the integration.
    async fn add(&mut self, integration: &Integration) -> Result<()>;
    /// Replaces the integration if its version is still `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if the stored version is no longer `seen`.
    async fn update(&mut self, integration: &Integration, seen: Version) -> Result<()>;
    /// Removes the integration if its version is still `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if the stored version is no longer `seen`.
    async fn remove(&mut self, id: IntegrationId, seen: Version) -> Result<()>;
}
