use super::dto::WholeMapView;
use crate::compression::Kept;
use crate::response::Json;
use actix_web::web::Bytes;
use domain::maps::{Revision, WholeMap};
use domain::{Error, MapId, Result};
use moka::sync::Cache;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// Maximum time that a map stays in memory after it is read.
const KEPT_FOR: Duration = Duration::from_secs(600);
/// Approximate bytes of an entry besides its JSON and its compressed JSON.
const OVERHEAD: usize = 256;

/// A cache of maps as JSON, so that an unchanged map is neither read nor rendered again.
///
/// The cache contains no visibility. Each request asks the database whether the caller may see the map, and whether the
/// cached revision is current. So a change or a revocation by any process applies from the next request on.
pub(crate) struct MapCache(Cache<MapId, Map>);

/// A map as JSON, with its revision.
#[derive(Clone)]
pub(super) struct Map {
    pub(super) revision: Revision,
    json: Bytes,
    kept: Arc<Kept>,
}

impl fmt::Debug for MapCache {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MapCache({} maps)", self.0.entry_count())
    }
}

impl MapCache {
    /// Creates a cache of at most `bytes` bytes; it evicts the least requested maps.
    #[must_use]
    pub(crate) fn new(bytes: u64) -> Self {
        let weight = |_: &MapId, map: &Map| {
            u32::try_from(map.json.len() + map.json.len() / Kept::SHARE + OVERHEAD).unwrap_or(u32::MAX)
        };
        Self(Cache::builder().max_capacity(bytes).weigher(weight).time_to_live(KEPT_FOR).build())
    }

    /// The number of maps, and their approximate size in bytes.
    #[cfg(feature = "server")]
    pub(crate) fn size(&self) -> (u64, u64) {
        self.0.run_pending_tasks();
        (self.0.entry_count(), self.0.weighted_size())
    }

    pub(super) fn get(&self, id: MapId) -> Option<Map> {
        self.0.get(&id)
    }

    /// Renders the map and caches it.
    ///
    /// # Errors
    /// Only [`Error::Internal`].
    pub(super) fn render(&self, whole: WholeMap) -> Result<Map> {
        let (id, revision) = (whole.map.id, whole.map.revision());
        let json = serde_json::to_vec(&WholeMapView::from(whole)).map_err(Error::internal)?;
        let map = Map { revision, json: json.into(), kept: Arc::default() };
        self.0.insert(id, map.clone());
        Ok(map)
    }
}

impl From<Map> for Json {
    fn from(map: Map) -> Self {
        Self { version: map.revision.version, body: map.json, kept: map.kept }
    }
}

/// Counts a read of a map that was in the cache or not, and was read again or not.
pub(super) fn count(is_known: bool, is_read: bool) {
    let outcome = match (is_known, is_read) {
        (true, false) => "hit",
        (true, true) => "stale",
        (false, _) => "miss",
    };
    metrics::counter!("map_cache_requests_total", "outcome" => outcome).increment(1);
}
