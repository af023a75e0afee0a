//! The metadata of providers (OpenID Connect Discovery), cached.

use crate::outbound::{FetchError, Outbound};
use moka::sync::Cache;
use serde::Deserialize;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::Mutex;

/// How long metadata is cached.
const FRESH_FOR: Duration = Duration::from_secs(900);
/// How long it is not asked for again after a failure.
const FAILED_FOR: Duration = Duration::from_secs(10);
/// Maximum number of providers whose metadata is cached.
const PROVIDERS: u64 = 1_000;

/// What is used of a provider's metadata.
#[derive(Debug)]
pub(super) struct Metadata {
    pub(super) authorization_endpoint: String,
    pub(super) token_endpoint: String,
    pub(super) jwks_uri: String,
    /// Whether the provider takes the client secret in the form only.
    pub(super) secret_in_form: bool,
    /// Whether every callback names the issuer (RFC 9207).
    pub(super) sends_issuer: bool,
}

#[derive(Deserialize)]
struct Document {
    issuer: String,
    authorization_endpoint: String,
    token_endpoint: String,
    jwks_uri: String,
    #[serde(default)]
    token_endpoint_auth_methods_supported: Option<Vec<String>>,
    #[serde(default)]
    authorization_response_iss_parameter_supported: bool,
}

struct Asked {
    at: Instant,
    metadata: Option<Arc<Metadata>>,
}

/// Fetches and caches the metadata of providers.
pub(super) struct Discovery {
    outbound: Arc<Outbound>,
    /// By issuer. The lock lets one request at a time go to a provider.
    cached: Cache<String, Arc<Mutex<Option<Asked>>>>,
}

impl Discovery {
    pub(super) fn new(outbound: Arc<Outbound>) -> Self {
        Self { outbound, cached: Cache::new(PROVIDERS) }
    }

    /// The metadata of the provider with this issuer; none if it cannot be had.
    pub(super) async fn of(&self, issuer: &str) -> Option<Arc<Metadata>> {
        let asked = self.cached.get_with_by_ref(issuer, Arc::default);
        let mut asked = asked.lock().await;
        if let Some(asked) = asked.as_ref() {
            let cached_for = if asked.metadata.is_some() { FRESH_FOR } else { FAILED_FOR };
            if asked.at.elapsed() < cached_for {
                return asked.metadata.clone();
            }
        }
        let at = Instant::now();
        let fetched = self.fetch(issuer).await;
        let metadata = fetched.inspect_err(|error| tracing::warn!(%issuer, %error, "no metadata of a provider")).ok();
        let metadata = metadata.map(Arc::new);
        *asked = Some(Asked { at, metadata: metadata.clone() });
        metadata
    }

    async fn fetch(&self, issuer: &str) -> Result<Metadata, FetchError> {
        let address = format!("{}/.well-known/openid-configuration", issuer.trim_end_matches('/'));
        let received = self.outbound.get(&address).await?;
        let document: Document = serde_json::from_slice(&received.body).map_err(|_| FetchError::Unusable)?;
        let endpoints = [&document.authorization_endpoint, &document.token_endpoint, &document.jwks_uri];
        let reachable = endpoints.into_iter().all(|endpoint| self.outbound.may_follow(issuer, endpoint));
        if document.issuer != issuer || !reachable {
            return Err(FetchError::Unusable);
        }
        let methods = document.token_endpoint_auth_methods_supported.unwrap_or_default();
        let lists = |method: &str| methods.iter().any(|known| known == method);
        Ok(Metadata {
            authorization_endpoint: document.authorization_endpoint,
            token_endpoint: document.token_endpoint,
            jwks_uri: document.jwks_uri,
            secret_in_form: lists("client_secret_post") && !lists("client_secret_basic"),
            sends_issuer: document.authorization_response_iss_parameter_supported,
        })
    }
}
