use crate::clients::Client;
use crate::maps::WholeMap;
use crate::reflections::Reflection;
use crate::support_types::SupportTypeEntry;
use chrono::{DateTime, Utc};

/// The part of an export before the lists of persons, maps and cards.
///
/// Coach notes belong to the coach and are excluded.
#[derive(Clone, Debug)]
pub struct ExportHead {
    /// The client's administrative data.
    pub client: Client,
    /// The organisation's support types, for their labels.
    pub support_types: Vec<SupportTypeEntry>,
    /// When the snapshot was taken.
    pub at: DateTime<Utc>,
}

/// A map with everything on it.
#[derive(Clone, Debug)]
pub struct ExportedMap {
    /// The map.
    pub whole: WholeMap,
    /// The client's reflections on the map, ordered by id.
    pub reflections: Vec<Reflection>,
}
