use super::{CardHead, StoredCard};
use crate::access::Granted;
use crate::{CardId, ClientId, MapId, Page, PageRequest, Result};
use async_trait::async_trait;

/// The cards of the clients of one organisation.
///
/// Cards are inserted, read, and deleted with their map; never updated.
#[async_trait]
pub trait Cards: Send {
    /// Locks the map against changes and new cards until the unit of work ends.
    async fn lock_map(&mut self, map: &Granted<MapId>) -> Result<()>;
    /// Returns these cards, in this order.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] if one of them no longer exists.
    async fn get_all(&mut self, ids: &[&Granted<CardId>]) -> Result<Vec<StoredCard>>;
    /// Returns a page of the cards of a map, without their content.
    async fn list(&mut self, map: &Granted<MapId>, page: PageRequest) -> Result<Page<CardHead>>;
    /// Returns a page of the cards of a client, without their content; those of private maps only if `with_private`.
    async fn list_of_client(
        &mut self,
        client: &Granted<ClientId>,
        with_private: bool,
        page: PageRequest,
    ) -> Result<Page<CardHead>>;
    /// Whether the map has a card.
    async fn any_of(&mut self, map: &Granted<MapId>) -> Result<bool>;
    /// Inserts the card with the next number of its map, ignoring its own number, and returns that number.
    ///
    /// The map must be locked.
    async fn add(&mut self, map: &Granted<MapId>, card: &StoredCard) -> Result<i64>;
}
