use crate::clients::Client;
use crate::maps::WholeMap;
use crate::reflections::Reflection;
use crate::support_types::SupportTypeEntry;
use chrono::{DateTime, Utc};

/// What an export has besides persons, maps and cards. A coach's notes are not in it: they are the coach's.
#[derive(Clone, Debug)]
pub struct ExportHead {
    /// The client's administrative data.
    pub client: Client,
    /// The organisation's support types, for their labels.
    pub support_types: Vec<SupportTypeEntry>,
    /// When this was read.
    pub at: DateTime<Utc>,
}

/// A map with everything on it.
#[derive(Clone, Debug)]
pub struct ExportedMap {
    /// The map.
    pub whole: WholeMap,
    /// The client's own words on it, in order of id.
    pub reflections: Vec<Reflection>,
}
