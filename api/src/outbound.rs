//! Requests to addresses that an administrator of an organisation chose: of key sets and identity providers.
//!
//! This process must not reach into its own network for them: only public addresses, checked where they are connected to;
//! no redirects, no proxy; bounded in time and size. The operator can allow origins of the own network.

use crate::config::Origin;
use crate::current_request::Served;
use crate::trace_context::{TRACEPARENT, TraceContext};
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::header::HeaderMap;
use reqwest::redirect::Policy;
use reqwest::{Client, RequestBuilder, StatusCode, Url};
use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use tracing::Instrument;
use tracing::field::Empty;
use url::Host;

/// Timeout of a request, with the whole answer.
const TIMEOUT: Duration = Duration::from_secs(5);
/// Maximum size of an answer in bytes.
pub(crate) const MAX_BYTES: usize = 64 * 1024;

/// Sends requests to a network, and to the allowed origins of the own network.
pub(crate) struct Outbound {
    public: LazyClient,
    own: LazyClient,
    own_origins: Vec<String>,
}

/// A client of a network, made when it is first needed: it keeps the certificates of the system in memory, and most processes
/// send nothing.
struct LazyClient {
    network: Network,
    made: OnceLock<Client>,
}

/// The networks that may be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Network {
    /// Public addresses over `https`.
    Public,
    /// Every address, also over `http`.
    Any,
}

/// An answer that was received as a whole.
pub(crate) struct Received {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub(crate) enum FetchError {
    #[error("the address is not a public one")]
    Refused,
    #[error("the answer is not as expected, or larger than 64 KiB")]
    Unusable,
    #[error(transparent)]
    Http(#[from] reqwest::Error),
}

impl FetchError {
    /// What became of the request, in metrics.
    fn outcome(&self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::Unusable => "unusable",
            Self::Http(_) => "failed",
        }
    }
}

impl fmt::Debug for Outbound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outbound").field("network", &self.public.network).finish_non_exhaustive()
    }
}

impl Outbound {
    /// Reaches this network, and these origins whatever their address.
    pub(crate) fn new(network: Network, internal: &[Origin]) -> Self {
        Self {
            public: LazyClient::new(network),
            own: LazyClient::new(Network::Any),
            own_origins: internal.iter().map(ToString::to_string).collect(),
        }
    }

    /// Gets an answer with status 200.
    ///
    /// # Errors
    /// [`FetchError`].
    pub(crate) async fn get(&self, url: &str) -> Result<Received, FetchError> {
        let received = self.send(url, Client::get, |request| request).await?;
        if received.status == StatusCode::OK { Ok(received) } else { Err(FetchError::Unusable) }
    }

    /// Posts what `prepare` adds, and gets an answer of any status.
    ///
    /// # Errors
    /// [`FetchError`].
    pub(crate) async fn post(
        &self,
        url: &str,
        prepare: impl FnOnce(RequestBuilder) -> RequestBuilder,
    ) -> Result<Received, FetchError> {
        self.send(url, Client::post, prepare).await
    }

    /// Sends a request in a span of its own, and counts it.
    async fn send(
        &self,
        url: &str,
        method: fn(&Client, Url) -> RequestBuilder,
        prepare: impl FnOnce(RequestBuilder) -> RequestBuilder,
    ) -> Result<Received, FetchError> {
        let span = tracing::info_span!(
            "outbound",
            otel.kind = "client",
            otel.status_code = Empty,
            http.response.status_code = Empty
        );
        let received = self.exchange(url, method, prepare).instrument(span.clone()).await;
        let outcome = match &received {
            Ok(received) => {
                span.record("http.response.status_code", received.status.as_u16());
                "answered"
            }
            Err(error) => {
                span.record("otel.status_code", "ERROR");
                error.outcome()
            }
        };
        metrics::counter!("outbound_requests_total", "outcome" => outcome).increment(1);
        received
    }

    async fn exchange(
        &self,
        url: &str,
        method: fn(&Client, Url) -> RequestBuilder,
        prepare: impl FnOnce(RequestBuilder) -> RequestBuilder,
    ) -> Result<Received, FetchError> {
        let url = Url::parse(url).map_err(|_| FetchError::Refused)?;
        let client = self.client_for(&url)?;
        let mut request = prepare(method(client, url));
        // The span of this request, or else the caller's.
        if let Some(place) = TraceContext::current().or_else(|| Served::current().trace().cloned()) {
            request = request.header(TRACEPARENT, place.header());
        }
        let mut response = request.send().await?;
        let (status, headers) = (response.status(), response.headers().clone());
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await? {
            if body.len() + chunk.len() > MAX_BYTES {
                return Err(FetchError::Unusable);
            }
            body.extend_from_slice(&chunk);
        }
        Ok(Received { status, headers, body })
    }

    /// Whether an endpoint may be used that the metadata of this address names: over `https`, and in the own network only
    /// where the metadata came from.
    pub(crate) fn may_follow(&self, from: &str, endpoint: &str) -> bool {
        let (Ok(from), Ok(endpoint)) = (Url::parse(from), Url::parse(endpoint)) else { return false };
        let (from, to) = (from.origin().ascii_serialization(), endpoint.origin().ascii_serialization());
        if self.is_own(&to) { from == to } else { endpoint.scheme() == "https" }
    }

    /// Whether this is an allowed origin of the own network.
    fn is_own(&self, origin: &str) -> bool {
        self.own_origins.iter().any(|allowed| allowed == origin)
    }

    fn client_for(&self, url: &Url) -> Result<&Client, FetchError> {
        if self.is_own(&url.origin().ascii_serialization()) {
            return self.own.get();
        }
        // A name is checked when it is resolved; an address is not resolved.
        let is_refused = match url.host() {
            Some(Host::Ipv4(address)) => !self.public.network.admits(address.into()),
            Some(Host::Ipv6(address)) => !self.public.network.admits(address.into()),
            Some(Host::Domain(_)) => false,
            None => true,
        };
        if is_refused { Err(FetchError::Refused) } else { self.public.get() }
    }
}

impl LazyClient {
    fn new(network: Network) -> Self {
        Self { network, made: OnceLock::new() }
    }

    fn get(&self) -> Result<&Client, FetchError> {
        if let Some(client) = self.made.get() {
            return Ok(client);
        }
        let client = client(self.network)?;
        Ok(self.made.get_or_init(|| client))
    }
}

fn client(network: Network) -> reqwest::Result<Client> {
    Client::builder()
        .user_agent(concat!("omringd/", env!("CARGO_PKG_VERSION")))
        .timeout(TIMEOUT)
        .redirect(Policy::none())
        .no_proxy()
        .https_only(network == Network::Public)
        .dns_resolver(Arc::new(Guard(network)))
        .build()
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
    /// Whether this address may be connected to.
    pub(crate) fn admits(self, address: IpAddr) -> bool {
        match self {
            Self::Public => match address {
                IpAddr::V4(address) => is_public_v4(address),
                IpAddr::V6(address) => is_public_v6(address),
            },
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
