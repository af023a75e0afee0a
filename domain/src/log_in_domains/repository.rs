use super::LogInDomain;
use crate::{LogInDomainId, Page, PageRequest, Result};
use async_trait::async_trait;

/// The domains of one organisation.
#[async_trait]
pub trait LogInDomains: Send {
    /// Returns the domain, or `None` if it does not exist.
    async fn get(&mut self, id: LogInDomainId) -> Result<Option<LogInDomain>>;
    /// Returns a page of the domains.
    async fn list(&mut self, page: PageRequest) -> Result<Page<LogInDomain>>;
    /// Returns the number of domains, which nobody else changes until this transaction ends.
    async fn count(&mut self) -> Result<usize>;
    /// Inserts the domain.
    ///
    /// # Errors
    /// [`crate::Conflict::DomainTaken`].
    async fn add(&mut self, domain: &LogInDomain) -> Result<()>;
    /// Stores when the domain was proven, or that it no longer is. Returns whether it exists.
    async fn set_verified(&mut self, domain: &LogInDomain) -> Result<bool>;
    /// Removes the domain. Returns whether it existed.
    async fn remove(&mut self, id: LogInDomainId) -> Result<bool>;
}
