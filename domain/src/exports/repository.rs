use crate::access::Granted;
use crate::cards::StoredCard;
use crate::maps::WholeMap;
use crate::persons::Person;
use crate::reflections::Reflection;
use crate::vocabulary::SupportType;
use crate::{CardId, ClientId, MapId, PersonId, Result};
use async_trait::async_trait;

/// Reads what a client has, page by page.
#[async_trait]
pub trait Exports: Send {
    /// Every support type that a map of the client names.
    async fn types_on_maps(&mut self, client: &Granted<ClientId>) -> Result<Vec<SupportType>>;
    /// The persons after this one, in order of id, at most `limit`; those who are on private maps only, if asked for.
    async fn persons_after(
        &mut self,
        client: &Granted<ClientId>,
        private_too: bool,
        after: Option<PersonId>,
        limit: u64,
    ) -> Result<Vec<Person>>;
    /// Every map, in order of id; private ones, if asked for.
    async fn map_ids(&mut self, client: &Granted<ClientId>, private_too: bool) -> Result<Vec<MapId>>;
    /// These maps with everything on them, in order of id.
    async fn maps_of(&mut self, client: &Granted<ClientId>, ids: &[MapId]) -> Result<Vec<WholeMap>>;
    /// The reflections on these maps, in order of id.
    async fn reflections_of(&mut self, client: &Granted<ClientId>, ids: &[MapId]) -> Result<Vec<Reflection>>;
    /// Every card of these maps, in order of map and number.
    async fn card_ids(&mut self, client: &Granted<ClientId>, maps: &[MapId]) -> Result<Vec<CardId>>;
    /// These cards, in order of map and number.
    async fn cards_of(&mut self, client: &Granted<ClientId>, ids: &[CardId]) -> Result<Vec<StoredCard>>;
}
