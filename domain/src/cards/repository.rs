use super::{CardHead, SealedCard};
use crate::access::ClientFacts;
use crate::{CardId, MapId, Page, PageRequest, Result, UserId};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// The cards of one organisation's clients. They are made and read, and go with their map; nothing changes one.
#[async_trait]
pub trait Cards: Send {
    /// Keeps the map as it is and without a new card until the end of the unit of work, whoever else is at it.
    async fn hold(&mut self, map: MapId) -> Result<()>;
    /// The card, and the facts about it for this user, in one statement.
    async fn sealed(
        &mut self,
        id: CardId,
        user: UserId,
        at: DateTime<Utc>,
    ) -> Result<Option<(ClientFacts, SealedCard)>>;
    /// A page of the cards of a map, without what is on them.
    async fn list(&mut self, map: MapId, page: PageRequest) -> Result<Page<CardHead>>;
    /// Whether there is a card of this map.
    async fn any_of(&mut self, map: MapId) -> Result<bool>;
    /// Adds it with the next number of its map, whatever its own, and gives that number. The map is held.
    async fn add(&mut self, card: &SealedCard) -> Result<i64>;
}
