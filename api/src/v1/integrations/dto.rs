use crate::response::Versioned;
use crate::schema;
use chrono::{DateTime, Utc};
use domain::access::Scope;
use domain::integrations::{Integration, IntegrationChanges, KeySet, KeySetUrl, KeySource, NewIntegration, PublicKey};
use domain::{Error, FieldCode, Result, ShortText, Version};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A public key (RFC 7517) for signatures: RSA of 2048 to 4096 bits, EC on P-256 or P-384, or Ed25519.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PublicKey, example = json!({
    "kty": "OKP", "crv": "Ed25519", "kid": "2026-11", "use": "sig", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
}))]
pub(super) struct PublicKeyView {
    /// The key type: `RSA`, `EC` or `OKP`.
    #[schema(max_length = 10, example = "OKP")]
    kty: String,
    /// The id of the key. Must be unique.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = String, required = false, min_length = 1, max_length = 200, example = "2026-11")]
    kid: Option<String>,
    /// `sig`, if given.
    #[serde(default, rename = "use", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = String, required = false, max_length = 10, example = "sig")]
    usage: Option<String>,
    /// The only algorithm of the key, if given: RS256, RS384, PS256, ES256, ES384 or EdDSA.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = String, required = false, max_length = 10, example = "EdDSA")]
    alg: Option<String>,
    /// The curve, of `EC` and `OKP`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = String, required = false, max_length = 20, example = "Ed25519")]
    crv: Option<String>,
    /// The key of `OKP`, or the first coordinate of `EC`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = String, required = false, max_length = 100, pattern = "^[A-Za-z0-9_-]+$")]
    x: Option<String>,
    /// The second coordinate of `EC`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = String, required = false, max_length = 100, pattern = "^[A-Za-z0-9_-]+$")]
    y: Option<String>,
    /// The modulus of `RSA`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = String, required = false, max_length = 700, pattern = "^[A-Za-z0-9_-]+$")]
    n: Option<String>,
    /// The exponent of `RSA`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = String, required = false, max_length = 20, pattern = "^[A-Za-z0-9_-]+$")]
    e: Option<String>,
}

/// Public keys (RFC 7517). Private keys are refused.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PublicKeySet)]
pub(super) struct KeySetView {
    #[schema(min_items = 1, max_items = 10)]
    keys: Vec<PublicKeyView>,
}

/// A new integration. Has either `jwks` or `jwksUri`; one that only provisions members may have neither, and use tokens.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct CreateIntegration {
    /// The name that clients see when they consent.
    #[schema(value_type = schema::ShortText, example = "ECD de Linde")]
    name: ShortText,
    /// What it may do. Must be unique.
    #[schema(value_type = Vec<schema::Scope>, min_items = 1, max_items = 10, example = json!(["clients.write", "cards.read"]))]
    scopes: Vec<Scope>,
    /// Its public keys.
    jwks: Option<KeySetView>,
    /// The `https` address of its public keys.
    #[schema(max_length = 500)]
    jwks_uri: Option<String>,
}

/// A merge patch (RFC 7396) of an integration. `jwks` or `jwksUri` replaces the keys at once: to rotate a key without
/// interruption, send the old and the new one, and the new one alone later.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct UpdateIntegration {
    /// The name that clients see when they consent.
    #[schema(value_type = schema::ShortText, required = false, example = "ECD de Linde")]
    name: Option<ShortText>,
    /// What it may do. Must be unique.
    #[schema(value_type = Vec<schema::Scope>, required = false, min_items = 1, max_items = 10)]
    scopes: Option<Vec<Scope>>,
    /// Whether it has access.
    #[schema(value_type = bool, required = false)]
    enabled: Option<bool>,
    /// Its public keys.
    #[schema(value_type = KeySetView, required = false)]
    jwks: Option<KeySetView>,
    /// The `https` address of its public keys.
    #[schema(value_type = String, required = false, max_length = 500)]
    jwks_uri: Option<String>,
}

/// An external system of the organisation.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Integration)]
pub(super) struct IntegrationView {
    /// Also its client id at `POST /oauth2/token`.
    id: Uuid,
    #[schema(value_type = schema::ShortText, example = "ECD de Linde")]
    name: ShortText,
    /// What it may do.
    #[schema(value_type = Vec<schema::Scope>)]
    scopes: Vec<Scope>,
    /// Its public keys; null if they are at an address, or it has none.
    #[schema(required)]
    jwks: Option<KeySetView>,
    /// The address of its public keys, if they are at one.
    #[schema(required)]
    jwks_uri: Option<String>,
    /// Whether it has access.
    enabled: bool,
    /// When it last received an access token.
    #[schema(required)]
    last_used_at: Option<DateTime<Utc>>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    #[serde(skip)]
    version: Version,
}

impl Versioned for IntegrationView {
    fn version(&self) -> Version {
        self.version
    }

    fn tag(&self) -> String {
        // A token changes the time of the last use and not the version.
        let used = self.last_used_at.map(|at| format!("-{}", at.timestamp_micros())).unwrap_or_default();
        format!("{}{used}", self.version)
    }
}

impl From<Integration> for IntegrationView {
    fn from(it: Integration) -> Self {
        let (jwks, jwks_uri) = match it.keys {
            KeySource::Value(keys) => (Some(keys.into()), None),
            KeySource::Url(url) => (None, Some(url.as_str().to_owned())),
            KeySource::None => (None, None),
        };
        Self {
            id: it.id.0,
            name: it.name,
            scopes: it.scopes,
            jwks,
            jwks_uri,
            enabled: it.enabled,
            last_used_at: it.last_used_at,
            created_at: it.created_at,
            updated_at: it.updated_at,
            version: it.version,
        }
    }
}

impl From<KeySet> for KeySetView {
    fn from(set: KeySet) -> Self {
        Self { keys: set.keys().iter().cloned().map(Into::into).collect() }
    }
}

impl From<PublicKey> for PublicKeyView {
    fn from(PublicKey { kty, kid, usage, alg, crv, x, y, n, e }: PublicKey) -> Self {
        Self { kty, kid, usage, alg, crv, x, y, n, e }
    }
}

impl From<PublicKeyView> for PublicKey {
    fn from(PublicKeyView { kty, kid, usage, alg, crv, x, y, n, e }: PublicKeyView) -> Self {
        Self { kty, kid, usage, alg, crv, x, y, n, e }
    }
}

/// The source of the keys, if one is given.
fn keys(value: Option<KeySetView>, url: Option<String>) -> Result<Option<KeySource>> {
    match (value, url) {
        (None, None) => Ok(None),
        (Some(set), None) => {
            KeySet::new(set.keys.into_iter().map(Into::into).collect()).map(KeySource::Value).map(Some)
        }
        (None, Some(url)) => KeySetUrl::new(url).map(KeySource::Url).map(Some),
        (Some(_), Some(_)) => Err(Error::invalid("/jwksUri", FieldCode::Exclusive)),
    }
}

impl TryFrom<CreateIntegration> for NewIntegration {
    type Error = Error;

    fn try_from(it: CreateIntegration) -> Result<Self> {
        let of_members = |scope: &Scope| matches!(scope, Scope::WriteMembers | Scope::GrantAdmin);
        let keys = match keys(it.jwks, it.jwks_uri)? {
            Some(keys) => keys,
            None if it.scopes.iter().all(of_members) && !it.scopes.is_empty() => KeySource::None,
            None => return Err(Error::invalid("/jwks", FieldCode::Required)),
        };
        Ok(Self { name: it.name, keys, scopes: it.scopes })
    }
}

impl TryFrom<UpdateIntegration> for IntegrationChanges {
    type Error = Error;

    fn try_from(it: UpdateIntegration) -> Result<Self> {
        Ok(Self { name: it.name, keys: keys(it.jwks, it.jwks_uri)?, scopes: it.scopes, enabled: it.enabled })
    }
}
