//! Key sets of integrations and identity providers (RFC 7517) at an address of theirs.

use crate::outbound::{FetchError, Outbound};
use domain::integrations::PublicKey;
use moka::sync::Cache;
use reqwest::header::{CACHE_CONTROL, HeaderMap};
use serde::Deserialize;
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::Mutex;

/// Maximum number of keys of a set that are tried.
const MAX_KEYS: usize = 50;
/// How long a key set is cached, whatever its `Cache-Control`.
const CACHED: std::ops::RangeInclusive<Duration> = Duration::from_secs(60)..=Duration::from_secs(900);
/// The least time between two requests to one address, also after a failure and for an unknown key.
const BETWEEN: Duration = Duration::from_secs(60);
/// Maximum number of cached sets.
const SETS: u64 = 1_000;

/// Fetches and caches key sets.
pub(crate) struct KeySets {
    outbound: Arc<Outbound>,
    /// By address. The lock lets one request at a time go to an address.
    cached: Cache<String, Arc<Mutex<Option<Fetched>>>>,
}

struct Fetched {
    keys: Vec<PublicKey>,
    /// When it was last requested.
    at: Instant,
    fresh_until: Instant,
}

#[derive(Deserialize)]
struct Document {
    keys: Vec<serde_json::Value>,
}

impl fmt::Debug for KeySets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KeySets").field("outbound", &self.outbound).finish_non_exhaustive()
    }
}

impl KeySets {
    /// Fetches them with these requests.
    pub(crate) fn new(outbound: Arc<Outbound>) -> Self {
        Self { outbound, cached: Cache::new(SETS) }
    }

    /// The keys at this address that fit. If none of the cached ones does, the set is fetched again.
    pub(crate) async fn keys(&self, url: &str, fits: impl Fn(&PublicKey) -> bool) -> Vec<PublicKey> {
        let set = self.cached.get_with_by_ref(url, Arc::default);
        let mut set = set.lock().await;
        let at = Instant::now();
        let found = |set: &Option<Fetched>| -> Vec<PublicKey> {
            let fresh = set.iter().filter(|set| at < set.fresh_until);
            fresh.flat_map(|set| &set.keys).filter(|key| fits(key)).cloned().collect()
        };
        let fitting = found(&set);
        let is_recent = set.as_ref().is_some_and(|set| at < set.at + BETWEEN);
        if is_recent || !fitting.is_empty() {
            return fitting;
        }
        match self.fetch(url).await {
            Ok((keys, fresh_for)) => *set = Some(Fetched { keys, at, fresh_until: at + fresh_for }),
            Err(error) => {
                tracing::warn!(%url, %error, "a key set cannot be fetched");
                // A set that is still fresh stays: an unknown key and a failure must not take the known keys away.
                let kept = set.take().unwrap_or(Fetched { keys: Vec::new(), at, fresh_until: at });
                *set = Some(Fetched { at, ..kept });
            }
        }
        found(&set)
    }

    async fn fetch(&self, url: &str) -> Result<(Vec<PublicKey>, Duration), FetchError> {
        let received = self.outbound.get(url).await?;
        let document: Document = serde_json::from_slice(&received.body).map_err(|_| FetchError::Unusable)?;
        let keys = document.keys.into_iter().take(MAX_KEYS).filter_map(|key| serde_json::from_value(key).ok());
        let keys = keys.filter(|key: &PublicKey| !key.algorithms().is_empty()).collect();
        Ok((keys, fresh_for(&received.headers)))
    }
}

/// The `max-age` of an answer, within [`CACHED`].
fn fresh_for(headers: &HeaderMap) -> Duration {
    let text = headers.get(CACHE_CONTROL).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let directives: Vec<_> = text.split(',').map(|part| part.trim().to_ascii_lowercase()).collect();
    let seconds = directives.iter().find_map(|part| part.strip_prefix("max-age=")?.parse().ok());
    let never = directives.iter().any(|part| part == "no-store" || part == "no-cache");
    let wanted = if never { Duration::ZERO } else { seconds.map_or(*CACHED.start(), Duration::from_secs) };
    wanted.clamp(*CACHED.start(), *CACHED.end())
}

#[cfg(test)]
#[path = "key_sets_tests.rs"]
mod tests;
