use super::Organisation;
use crate::{OrganisationId, Page, PageRequest, Result, Version};
use async_trait::async_trait;

/// The organisations of the platform, without their contents.
#[async_trait]
pub trait Organisations: Send {
    /// Returns the organisation, or `None` if it does not exist.
    async fn get(&mut self, id: OrganisationId) -> Result<Option<Organisation>>;
    /// Returns a page of the organisations.
    async fn list(&mut self, page: PageRequest) -> Result<Page<Organisation>>;
    /// Inserts the organisation.
    async fn add(&mut self, organisation: &Organisation) -> Result<()>;
    /// Replaces the organisation if its version is still `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if the stored version is no longer `seen`.
    async fn update(&mut self, organisation: &Organisation, seen: Version) -> Result<()>;
}

/// The organisation of the current scope.
#[async_trait]
pub trait OwnOrganisation: Send {
    /// Returns the organisation.
    async fn get(&mut self) -> Result<Organisation>;
    /// Replaces the organisation if its version is still `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if the stored version is no longer `seen`.
    async fn update(&mut self, organisation: &Organisation, seen: Version) -> Result<()>;
    /// Removes the organisation and everything in it if its version is still `seen`.
    ///
    /// Accounts stay, since they belong to their users.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if the stored version is no longer `seen`.
    async fn purge(&mut self, seen: Version) -> Result<()>;
}
