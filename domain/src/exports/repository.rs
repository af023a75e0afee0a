use crate::access::Granted;
use crate::cards::StoredCard;
use crate::maps::WholeMap;
use crate::persons::Person;
use crate::reflections::Reflection;
use crate::vocabulary::SupportType;
use crate::{CardId, ClientId, MapId, PersonId, Result};
use async_trait::async_trait;

/// Reads the data of a client in pages.
#[async_trait]
pub trait Exports: Send {
    /// Returns every support type used on a map of the client.
    async fn types_on_maps(&mut self, client: &Granted<ClientId>) -> Result<Vec<SupportType>>;
    /// Returns at most `limit` persons after this one, ordered by id.
    ///
    /// Persons on private maps only are included if requested.
    async fn persons_after(
        &mut self,
        client: &Granted<ClientId>,
        private_too: bool,
        after: Option<PersonId>,
        limit: u64,
    ) -> Result<Vec<Person>>;
    /// Returns the ids of all maps, in order; private maps are included if requested.
    async fn map_ids(&mut self, client: &Granted<ClientId>, private_too: bool) -> Result<Vec<MapId>>;
    /// Returns these maps with everything on them, ordered by id.
    async fn maps_of(&mut self, client: &Granted<ClientId>, ids: &[MapId]) -> Result<Vec<WholeMap>>;
    /// Returns the reflections on these maps, ordered by id.
    async fn reflections_of(&mut self, client: &Granted<ClientId>, ids: &[MapId]) -> Result<Vec<Reflection>>;
    /// Returns the ids of all cards of these maps, ordered by map and number.
    async fn card_ids(&mut self, client: &Granted<ClientId>, maps: &[MapId]) -> Result<Vec<CardId>>;
    /// Returns these cards, ordered by map and number.
    async fn cards_of(&mut self, client: &Granted<ClientId>, ids: &[CardId]) -> Result<Vec<StoredCard>>;
}
