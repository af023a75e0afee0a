use crate::access::Granted;
use crate::agreements::Agreement;
use crate::cards::StoredCard;
use crate::maps::Map;
use crate::needs::Need;
use crate::persons::Person;
use crate::reflections::Reflection;
use crate::supporters::Supporter;
use crate::ties::Tie;
use crate::{ClientId, MapId, Result};
use async_trait::async_trait;

/// Everything to add to a client without any.
#[derive(Clone, Debug, Default)]
pub struct ImportRows {
    /// Persons.
    pub persons: Vec<Person>,
    /// Maps.
    pub maps: Vec<Map>,
    /// Supporters, with their supports.
    pub supporters: Vec<Supporter>,
    /// Ties.
    pub ties: Vec<Tie>,
    /// Needs.
    pub needs: Vec<(MapId, Need)>,
    /// Agreements.
    pub agreements: Vec<Agreement>,
    /// Reflections.
    pub reflections: Vec<Reflection>,
    /// Cards.
    pub cards: Vec<StoredCard>,
}

/// Adds a whole client's content.
#[async_trait]
pub trait Imports: Send {
    /// Whether the client has no person and no map, those kept private only if asked for; until the end of the unit of
    /// work nobody else adds one.
    async fn hold_empty(&mut self, client: &Granted<ClientId>, private_too: bool) -> Result<bool>;
    /// Adds all of it, kind by kind, many rows in a statement.
    async fn add_all(&mut self, client: &Granted<ClientId>, rows: &ImportRows) -> Result<()>;
}
