use super::Tie;
use crate::access::Granted;
use crate::{MapId, Page, PageRequest, Result, TieId, Version};
use async_trait::async_trait;

/// The ties on the maps of the clients of one organisation.
#[async_trait]
pub trait Ties: Send {
    /// Returns the tie, or `None` if it does not exist.
    async fn get(&mut self, id: &Granted<TieId>) -> Result<Option<Tie>>;
    /// Returns a page of the map's ties.
    async fn list(&mut self, map: &Granted<MapId>, page: PageRequest) -> Result<Page<Tie>>;
    /// Inserts the tie.
    ///
    /// # Errors
    /// [`crate::Conflict::AlreadyTied`]; [`crate::Conflict::UnknownReference`] if one of the supporters is not on the
    /// map.
    async fn add(&mut self, map: &Granted<MapId>, tie: &Tie) -> Result<()>;
    /// Replaces the tie if its version is still `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if the stored version is no longer `seen`.
    async fn update(&mut self, id: &Granted<TieId>, tie: &Tie, seen: Version) -> Result<()>;
    /// Removes the tie if its version is still `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if the stored version is no longer `seen`.
    async fn remove(&mut self, id: &Granted<TieId>, seen: Version) -> Result<()>;
}
