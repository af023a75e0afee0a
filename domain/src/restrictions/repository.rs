use super::Restriction;
use crate::access::Granted;
use crate::{ClientId, Page, PageRequest, RestrictionId, Result};
use async_trait::async_trait;

/// The restrictions of the clients of one organisation. Recorded and lifted, never removed while the client exists.
#[async_trait]
pub trait Restrictions: Send {
    /// Returns the restriction, or `None` if it does not exist.
    async fn get(&mut self, id: &Granted<RestrictionId>) -> Result<Option<Restriction>>;
    /// Returns a page of a client's restrictions, with the lifted ones.
    async fn list(&mut self, client: &Granted<ClientId>, page: PageRequest) -> Result<Page<Restriction>>;
    /// Inserts the restriction and restricts the client's record.
    ///
    /// # Errors
    /// [`crate::Conflict::AlreadyRestricted`].
    async fn add(&mut self, client: &Granted<ClientId>, restriction: &Restriction) -> Result<()>;
    /// Stores that the restriction is lifted, if it is in force.
    async fn lift(&mut self, id: &Granted<RestrictionId>, restriction: &Restriction) -> Result<()>;
}
