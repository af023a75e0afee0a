use super::Organisation;
use crate::{OrganisationId, Page, PageRequest, Result, Version};
use async_trait::async_trait;

/// The organisations of the platform, from outside: nothing of what is in them.
#[async_trait]
pub trait Organisations: Send {
    /// The organisation, if there is one.
    async fn get(&mut self, id: OrganisationId) -> Result<Option<Organisation>>;
    /// A page of them.
    async fn list(&mut self, page: PageRequest) -> Result<Page<Organisation>>;
    /// Adds it.
    async fn add(&mut self, organisation: &Organisation) -> Result<()>;
    /// Replaces the organisation at version `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if somebody was first.
    async fn update(&mut self, organisation: &Organisation, seen: Version) -> Result<()>;
}

/// The organisation one is in.
#[async_trait]
pub trait OwnOrganisation: Send {
    /// The organisation itself.
    async fn get(&mut self) -> Result<Organisation>;
    /// Replaces it at version `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if somebody was first.
    async fn update(&mut self, organisation: &Organisation, seen: Version) -> Result<()>;
    /// Removes it at version `seen`, and everything in it. Accounts stay: they are their users'.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if somebody was first.
    async fn purge(&mut self, seen: Version) -> Result<()>;
}
