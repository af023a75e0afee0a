use super::{Client, ExternalIdentifier, Search};
use crate::access::Granted;
use crate::{ClientId, Page, PageRequest, Result, Version, access::Visibility};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// The clients of one organisation.
#[async_trait]
pub trait Clients: Send {
    /// Returns the client, or `None` if it does not exist.
    async fn get(&mut self, id: &Granted<ClientId>) -> Result<Option<Client>>;
    /// Returns the clients with one of these identifiers, at most two.
    async fn find_by_identifiers(&mut self, identifiers: &[ExternalIdentifier]) -> Result<Vec<Client>>;
    /// Returns a page of the visible clients that match the search.
    async fn list(
        &mut self,
        visibility: Visibility,
        at: DateTime<Utc>,
        search: &Search,
        page: PageRequest,
    ) -> Result<Page<Client>>;
    /// Inserts the client.
    ///
    /// # Errors
    /// [`crate::Conflict::ExternalIdentifierTaken`].
    async fn add(&mut self, client: &Client) -> Result<()>;
    /// Replaces the client if its version is still `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if the stored version is no longer `seen`; [`crate::Conflict::ExternalIdentifierTaken`].
    async fn update(&mut self, id: &Granted<ClientId>, client: &Client, seen: Version) -> Result<()>;
    /// Removes the client with all of their data if its version is still `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if the stored version is no longer `seen`.
    async fn remove(&mut self, id: &Granted<ClientId>, seen: Version) -> Result<()>;
}
