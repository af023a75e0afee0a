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

/// The rows to insert for a client without data.
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

/// Inserts a whole client's data.
#[async_trait]
pub trait Imports: Send {
    /// Whether the client has no persons and no maps, private ones included if requested.
    ///
    /// Locks the client against insertions of either until the unit of work ends.
    async fn lock_if_empty(&mut self, client: &Granted<ClientId>, private_too: bool) -> Result<bool>;
    /// Inserts all rows, kind by kind, with many rows per statement.
    async fn add_all(&mut self, client: &Granted<ClientId>, rows: &ImportRows) -> Result<()>;
}
