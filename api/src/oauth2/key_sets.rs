//! Key sets of integrations (RFC 7517) at an address of theirs.
//!
//! An administrator of an organisation chooses the address, so this process must not reach into its own network for it:
//! only public addresses, checked where they are connected to; no redirects, no proxy; bounded in time and size.

use domain::integrations::PublicKey;
use moka::sync::Cache;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::header::{CACHE_CONTROL, HeaderMap};
use reqwest::redirect::Policy;
use reqwest::{Client, Url};
use serde::Deserialize;
use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::Mutex;
use url::Host;

/// Timeout of a request, with the whole answer.
const TIMEOUT: Duration = Duration::from_secs(5);
/// Maximum size of a key set in bytes.
const MAX_BYTES: usize = 64 * 1024;
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
    client: Client,
    network: Network,
    /// By address. The lock lets one request at a time go to an address.
    cached: Cache<String, Arc<Mutex<Option<Fetched>>>>,
}

/// The networks that may be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Network {
    /// Public addresses over `https`.
    Public,
    /// Every address, also over `http`.
    #[cfg(test)]
    Any,
}

struct Fetched {
    keys: Vec<PublicKey>,
    at: Instant,
    fresh_for: Duration,
}

#[derive(Deserialize)]
struct Document {
    keys: Vec<serde_json::Value>,
}

impl fmt::Debug for KeySets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KeySets").field("network", &self.network).finish_non_exhaustive()
    }
}

impl KeySets {
    /// Reaches this network.
    ///
    /// # Errors
    /// If TLS cannot be set up.
    pub(crate) fn new(network: Network) -> reqwest::Result<Self> {
        let client = Client::builder()
            .user_agent(concat!("omringd/", env!("CARGO_PKG_VERSION")))
            .timeout(TIMEOUT)
            .redirect(Policy::none())
            .no_proxy()
            .https_only(network == Network::Public)
            .dns_resolver(Arc::new(Guard(network)))
            .build()?;
        Ok(Self { client, network, cached: Cache::new(SETS) })
    }

    /// The keys at this address that fit. If none of the cached ones does, the set is fetched again.
    pub(super) async fn keys(&self, url: &str, fits: impl Fn(&PublicKey) -> bool) -> Vec<PublicKey> {
        let set = self.cached.get_with_by_ref(url, Arc::default);
        let mut set = set.lock().await;
        let found = |set: &Option<Fetched>| -> Vec<PublicKey> {
            set.iter().flat_map(|set| &set.keys).filter(|key| fits(key)).cloned().collect()
        };
        let fitting = found(&set);
        let is_fresh = set.as_ref().is_some_and(|set| set.at.elapsed() < set.fresh_for);
        let is_recent = set.as_ref().is_some_and(|set| set.at.elapsed() < BETWEEN);
        if is_recent || (is_fresh && !fitting.is_empty()) {
            return fitting;
        }
        let at = Instant::now();
        *set = Some(match self.fetch(url).await {
            Ok((keys, fresh_for)) => Fetched { keys, at, fresh_for },
            Err(error) => {
                tracing::warn!(%url, %error, "the keys of an integration cannot be fetched");
                Fetched { keys: Vec::new(), at, fresh_for: BETWEEN }
            }
        });
        found(&set)
    }

    async fn fetch(&self, url: &str) -> Result<(Vec<PublicKey>, Duration), FetchError> {
        let url = Url::parse(url).map_err(|_| FetchError::Refused)?;
        // A name is checked when it is resolved; an address is not resolved.
        let is_refused = match url.host() {
            Some(Host::Ipv4(address)) => !self.network.admits(address.into()),
            Some(Host::Ipv6(address)) => !self.network.admits(address.into()),
            Some(Host::Domain(_)) => false,
            None => true,
        };
        if is_refused {
            return Err(FetchError::Refused);
        }
        let mut response = self.client.get(url).send().await?.error_for_status()?;
        if response.status() != reqwest::StatusCode::OK {
            return Err(FetchError::Unusable);
        }
        let fresh_for = fresh_for(response.headers());
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await? {
            if body.len() + chunk.len() > MAX_BYTES {
                return Err(FetchError::Unusable);
            }
            body.extend_from_slice(&chunk);
        }
        let document: Document = serde_json::from_slice(&body).map_err(|_| FetchError::Unusable)?;
        let keys = document.keys.into_iter().take(MAX_KEYS).filter_map(|key| serde_json::from_value(key).ok());
        Ok((keys.filter(|key: &PublicKey| !key.algorithms().is_empty()).collect(), fresh_for))
    }
}

/// Why a key set could not be fetched.
#[derive(Debug, thiserror::Error)]
enum FetchError {
    #[error("the address is not a public one")]
    Refused,
    #[error("the answer is no key set of at most 64 KiB")]
    Unusable,
    #[error(transparent)]
    Http(#[from] reqwest::Error),
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

/// Resolves names to the addresses that may be reached, which are the ones that are connected to.
#[derive(Debug)]
struct Guard(Network);

impl Resolve for Guard {
    fn resolve(&self, name: Name) -> Resolving {
        let network = self.0;
        Box::pin(async move {
            let all = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let reachable: Vec<SocketAddr> = all.filter(|address| network.admits(address.ip())).collect();
            if reachable.is_empty() {
                return Err(FetchError::Refused.into());
            }
            Ok(Box::new(reachable.into_iter()) as Addrs)
        })
    }
}

impl Network {
    fn admits(self, address: IpAddr) -> bool {
        match self {
            Self::Public => match address {
                IpAddr::V4(address) => is_public_v4(address),
                IpAddr::V6(address) => is_public_v6(address),
            },
            #[cfg(test)]
            Self::Any => true,
        }
    }
}

/// Whether the address is globally reachable (IANA's special-purpose registry).
fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let special = address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_documentation()
        || address.is_multicast()
        || matches!(
            (a, b, c),
            (0 | 240..=255, _, _) | (100, 64..=127, _) | (192, 0, 0) | (192, 88, 99) | (198, 18 | 19, _)
        );
    !special
}

/// Whether the address is a global unicast one that does not hold one of IPv4.
fn is_public_v6(address: Ipv6Addr) -> bool {
    let [first, second, ..] = address.segments();
    let special = matches!((first, second), (0x2001, 0..=0x01ff | 0x0db8) | (0x2002, _) | (0x3fff, 0..=0x0fff));
    first & 0xe000 == 0x2000 && !special
}

#[cfg(test)]
#[path = "key_sets_tests.rs"]
mod tests;
