use crate::cards::Card;
use crate::clients::Client;
use crate::maps::WholeMap;
use crate::persons::Person;
use crate::reflections::Reflection;
use crate::support_types::SupportTypeEntry;
use chrono::{DateTime, Utc};

/// Everything of a client that is the client's own. A coach's notes are not: they are the coach's.
#[derive(Clone, Debug)]
pub struct WholeClient {
    /// The client's administrative data.
    pub client: Client,
    /// The organisation's support types, for their labels.
    pub support_types: Vec<SupportTypeEntry>,
    /// Every person in the client's life, in order of id.
    pub persons: Vec<Person>,
    /// Every map, in order of id.
    pub maps: Vec<ExportedMap>,
    /// Every card, by map in the order of the maps, and then by number.
    pub cards: Vec<Card>,
    /// When this was read.
    pub at: DateTime<Utc>,
}

/// A map with everything on it.
#[derive(Clone, Debug)]
pub struct ExportedMap {
    /// The map. Its persons are left to [`WholeClient::persons`]: they are on more maps than one.
    pub whole: WholeMap,
    /// The client's own words on it, in order of id.
    pub reflections: Vec<Reflection>,
}
