use super::{Client, ExternalIdentifier, Search};
use crate::access::Granted;
use crate::{ClientId, Page, PageRequest, Result, Version, access::Visibility};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// The clients of one organisation.
#[async_trait]
pub trait Clients: Send {
    /// The client, if there is one.
    async fn get(&mut self, id: &Granted<ClientId>) -> Result<Option<Client>>;
    /// The clients with one of these identifiers, at most two.
    async fn find_by_identifiers(&mut self, identifiers: &[ExternalIdentifier]) -> Result<Vec<Client>>;
    /// A page of the clients that may be shown and match.
    async fn list(
        &mut self,
        visibility: Visibility,
        at: DateTime<Utc>,
        search: &Search,
        page: PageRequest,
    ) -> Result<Page<Client>>;
    /// Adds it.
    ///
    /// # Errors
    /// [`crate::Conflict::ExternalIdentifierTaken`].
    async fn add(&mut self, client: &Client) -> Result<()>;
    /// Replaces the client at version `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if somebody was first; [`crate::Conflict::ExternalIdentifierTaken`].
    async fn update(&mut self, id: &Granted<ClientId>, client: &Client, seen: Version) -> Result<()>;
    /// Removes the client at version `seen` and everything that is theirs.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if somebody was first.
    async fn remove(&mut self, id: &Granted<ClientId>, seen: Version) -> Result<()>;
}
