use super::dto::WholeMapView;
use crate::compression::Kept;
use crate::response::Json;
use actix_web::web::Bytes;
use domain::maps::{Revision, WholeMap};
use domain::{ClientId, Error, MapId, Result};
use moka::sync::Cache;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// Maximum time that a map stays in memory after it is read.
const KEPT_FOR: Duration = Duration::from_secs(600);
/// Maximum number of clients who are kept as erased.
const MAX_ERASED: u64 = 10_000;
/// Approximate bytes of an entry besides its JSON and its compressed JSON.
const OVERHEAD: usize = 256;

/// A cache of maps as JSON, so that an unchanged map is neither read nor rendered again.
///
/// The cache contains no visibility. Each request asks the database whether the caller may see the map, and whether the
/// cached revision is current. So a change or a revocation by any process applies from the next request on.
pub(crate) struct MapCache {
    maps: Cache<MapId, Map>,
    /// Clients who were erased a short time ago: a map that was read before must not be cached after.
    erased: Cache<ClientId, ()>,
}

/// A map as JSON, with its revision.
#[derive(Clone)]
pub(super) struct Map {
    pub(super) revision: Revision,
    client: ClientId,
    json: Bytes,
    kept: Arc<Kept>,
}

impl fmt::Debug for MapCache {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MapCache({} maps)", self.maps.entry_count())
    }
}

impl MapCache {
    /// Creates a cache of at most `bytes` bytes; it evicts the least requested maps.
    #[must_use]
    pub(crate) fn new(bytes: u64) -> Self {
        let weight = |_: &MapId, map: &Map| {
            u32::try_from(map.json.len() + map.json.len() / Kept::SHARE + OVERHEAD).unwrap_or(u32::MAX)
        };
        Self {
            maps: Cache::builder().max_capacity(bytes).weigher(weight).time_to_live(KEPT_FOR).build(),
            erased: Cache::builder().max_capacity(MAX_ERASED).time_to_live(KEPT_FOR).build(),
        }
    }

    /// Removes the maps of an erased client; `None` means that any client may be erased.
    #[cfg(feature = "server")]
    pub(crate) fn forget(&self, client: Option<ClientId>) {
        match client {
            Some(client) => {
                self.erased.insert(client, ());
                let theirs: Vec<_> = self.maps.iter().filter(|(_, map)| map.client == client).collect();
                theirs.into_iter().for_each(|(id, _)| self.maps.invalidate(&*id));
            }
            None => self.maps.invalidate_all(),
        }
        self.maps.run_pending_tasks();
    }

    /// The number of maps, and their approximate size in bytes.
    #[cfg(feature = "server")]
    pub(crate) fn size(&self) -> (u64, u64) {
        self.maps.run_pending_tasks();
        (self.maps.entry_count(), self.maps.weighted_size())
    }

    pub(super) fn get(&self, id: MapId) -> Option<Map> {
        self.maps.get(&id)
    }

    /// Renders the map and caches it.
    ///
    /// # Errors
    /// Only [`Error::Internal`].
    pub(super) fn render(&self, whole: WholeMap) -> Result<Map> {
        let (id, client, revision) = (whole.map.id, whole.map.client_id, whole.map.revision());
        let json = serde_json::to_vec(&WholeMapView::from(whole)).map_err(Error::internal)?;
        let map = Map { revision, client, json: json.into(), kept: Arc::default() };
        self.keep(id, map.clone());
        Ok(map)
    }

    fn keep(&self, id: MapId, map: Map) {
        let client = map.client;
        self.maps.insert(id, map);
        if self.erased.contains_key(&client) {
            self.maps.invalidate(&id);
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;
    use domain::Version;
    use uuid::Uuid;

    fn cached(cache: &MapCache, client: u128, id: u128) -> Option<Version> {
        let (id, client) = (MapId(Uuid::from_u128(id)), ClientId(Uuid::from_u128(client)));
        let revision = Revision { version: 1, updated_at: DateTime::UNIX_EPOCH };
        cache.keep(id, Map { revision, client, json: Bytes::from_static(b"{}"), kept: Arc::default() });
        cache.get(id).map(|map| map.revision.version)
    }

    #[test]
    fn maps_of_an_erased_client_go_and_are_not_cached_again() {
        let cache = MapCache::new(1 << 20);
        assert_eq!((cached(&cache, 1, 1), cached(&cache, 2, 2)), (Some(1), Some(1)));
        cache.forget(Some(ClientId(Uuid::from_u128(1))));
        let maps = [1, 2].map(|id| cache.get(MapId(Uuid::from_u128(id))).is_some());
        assert_eq!(maps, [false, true]);
        // Of a request that read the map before.
        assert_eq!(cached(&cache, 1, 3), None);
        cache.forget(None);
        assert!(cache.get(MapId(Uuid::from_u128(2))).is_none());
    }
}
