use super::{CardHead, StoredCard};
use crate::access::Granted;
use crate::{CardId, MapId, Page, PageRequest, Result};
use async_trait::async_trait;

/// The cards of one organisation's clients. They are made and read, and go with their map; nothing changes one.
#[async_trait]
pub trait Cards: Send {
    /// Keeps the map as it is and without a new card until the end of the unit of work, whoever else is at it.
    async fn lock_map(&mut self, map: &Granted<MapId>) -> Result<()>;
    /// These cards, in this order.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] if there is one no more.
    async fn get_all(&mut self, ids: &[&Granted<CardId>]) -> Result<Vec<StoredCard>>;
    /// A page of the cards of a map, without what is on them.
    async fn list(&mut self, map: &Granted<MapId>, page: PageRequest) -> Result<Page<CardHead>>;
    /// Whether there is a card of this map.
    async fn any_of(&mut self, map: &Granted<MapId>) -> Result<bool>;
    /// Adds it with the next number of its map, whatever its own, and gives that number. The map is held.
    async fn add(&mut self, map: &Granted<MapId>, card: &StoredCard) -> Result<i64>;
}
