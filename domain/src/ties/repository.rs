use super::Tie;
use crate::access::Granted;
use crate::{MapId, Page, PageRequest, Result, TieId, Version};
use async_trait::async_trait;

/// The ties on the maps of one organisation's clients.
#[async_trait]
pub trait Ties: Send {
    /// The tie, if there is one.
    async fn get(&mut self, id: &Granted<TieId>) -> Result<Option<Tie>>;
    /// A page of the map's ties.
    async fn list(&mut self, map: &Granted<MapId>, page: PageRequest) -> Result<Page<Tie>>;
    /// Adds it.
    ///
    /// # Errors
    /// [`crate::Conflict::AlreadyTied`]; [`crate::Conflict::UnknownReference`] if one of the two is not on the map.
    async fn add(&mut self, map: &Granted<MapId>, tie: &Tie) -> Result<()>;
    /// Replaces the tie at version `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if somebody was first.
    async fn update(&mut self, id: &Granted<TieId>, tie: &Tie, seen: Version) -> Result<()>;
    /// Removes the tie at version `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if somebody was first.
    async fn remove(&mut self, id: &Granted<TieId>, seen: Version) -> Result<()>;
}
