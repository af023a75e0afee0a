//! Client assertions (RFC 7523): how an integration proves who it is at the token endpoint.
//!
//! The claims are checked here, strictly; that an assertion is used once is for the database to say, after the signature
//! was checked. A refusal never says what was wrong.

use super::form::Parameters;
use super::key_sets::KeySets;
use crate::auth::Tokens;
use aws_lc_rs::digest::{SHA256, digest};
use chrono::{DateTime, Utc};
use domain::integrations::{Assertion, KeySource, PublicKey};
use domain::{Error, IntegrationId, Result};
use jsonwebtoken::dangerous::insecure_decode;
use jsonwebtoken::jwk::Jwk;
use jsonwebtoken::{Algorithm, DecodingKey, Header, Validation, decode, decode_header};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// The type of assertion in a token request.
pub(super) const TYPE: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
/// The accepted algorithms. Never one with a shared secret.
pub(crate) const ALGORITHMS: [(Algorithm, &str); 6] = [
    (Algorithm::RS256, "RS256"),
    (Algorithm::RS384, "RS384"),
    (Algorithm::PS256, "PS256"),
    (Algorithm::ES256, "ES256"),
    (Algorithm::ES384, "ES384"),
    (Algorithm::EdDSA, "EdDSA"),
];
/// The accepted types: SMART on FHIR has the first, RFC 7523bis the second.
const TYPES: [&str; 2] = ["JWT", "client-authentication+jwt"];
/// Tolerated clock skew, in seconds.
const SKEW: f64 = 30.0;
/// Maximum lifetime of an assertion, in seconds.
const MAX_LIFETIME: f64 = 300.0;
/// Maximum length of an assertion.
const MAX_LENGTH: usize = 8_192;
/// Maximum length of its id.
const MAX_ID: usize = 255;

/// The claims. An instant may have decimals (RFC 7519, 2).
#[derive(Deserialize)]
struct Claims {
    iss: String,
    sub: String,
    aud: Audience,
    jti: String,
    iat: f64,
    exp: f64,
    #[serde(default)]
    nbf: Option<f64>,
}

/// The audience of a token.
#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum Audience {
    One(String),
    List(Vec<String>),
}

impl Audience {
    /// The audience, if it is exactly one.
    pub(crate) fn only(&self) -> Option<&str> {
        match self {
            Self::One(one) => Some(one),
            Self::List(list) => match list.as_slice() {
                [one] => Some(one),
                [] | [_, ..] => None,
            },
        }
    }
}

/// An assertion as it was sent, not verified yet.
pub(super) struct Presented {
    text: String,
    algorithm: (Algorithm, &'static str),
    kid: Option<String>,
    client: IntegrationId,
}

impl Presented {
    /// Reads the assertion of a token request, and whose it claims to be.
    ///
    /// # Errors
    /// [`Error::Unauthenticated`].
    pub(super) fn read(form: &Parameters) -> Result<Self> {
        let text = form.get("client_assertion").unwrap_or_default();
        let is_jwt = form.get("client_assertion_type").is_ok_and(|given| given == TYPE) && text.len() <= MAX_LENGTH;
        let header = decode_header(text).ok().filter(|header| is_jwt && acceptable(header));
        let claims = insecure_decode::<Claims>(text).ok().map(|token| token.claims);
        let (Some(header), Some(claims)) = (header, claims) else { return Err(Error::Unauthenticated) };
        let algorithm = ALGORITHMS.into_iter().find(|(algorithm, _)| *algorithm == header.alg);
        let client =
            Uuid::parse_str(&claims.sub).ok().filter(|id| id.to_string() == claims.sub && claims.iss == claims.sub);
        let other_client = form.get("client_id").is_ok_and(|given| given != claims.sub);
        match (algorithm, client) {
            (Some(algorithm), Some(client)) if !other_client => {
                Ok(Self { text: text.to_owned(), algorithm, kid: header.kid, client: client.into() })
            }
            (Some(_) | None, Some(_) | None) => Err(Error::Unauthenticated),
        }
    }

    /// The integration that it claims to be of.
    pub(super) fn client(&self) -> IntegrationId {
        self.client
    }

    /// Verifies it with the keys of that integration. Keys that the assertion itself names are ignored.
    ///
    /// # Errors
    /// [`Error::Unauthenticated`].
    pub(super) async fn verify(
        &self,
        keys: &KeySource,
        sets: &KeySets,
        tokens: &Tokens,
        now: DateTime<Utc>,
    ) -> Result<Assertion> {
        let (_, name) = self.algorithm;
        let fits = |key: &PublicKey| key.fits(name, self.kid.as_deref());
        let fitting: Vec<_> = match keys {
            KeySource::Value(set) => set.keys().iter().filter(|key| fits(key)).cloned().collect(),
            KeySource::Url(url) => sets.keys(url.as_str(), fits).await,
            KeySource::None => Vec::new(),
        };
        let claims = fitting
            .iter()
            .find_map(|key| signed_by::<Claims>(&self.text, self.algorithm.0, key))
            .ok_or(Error::Unauthenticated)?;
        claims.assertion(tokens.issuer(), now).ok_or(Error::Unauthenticated)
    }
}

/// The claims of a token, if this key signed them. They are not checked.
pub(crate) fn signed_by<C: DeserializeOwned>(text: &str, algorithm: Algorithm, key: &PublicKey) -> Option<C> {
    let jwk: Jwk = serde_json::from_value(serde_json::to_value(key).ok()?).ok()?;
    let mut validation = Validation::new(algorithm);
    // Checked by the caller, with our own clock and rules.
    validation.validate_exp = false;
    validation.validate_nbf = false;
    validation.validate_aud = false;
    validation.required_spec_claims.clear();
    let key = DecodingKey::from_jwk(&jwk).ok()?;
    decode::<C>(text, &key, &validation).ok().map(|token| token.claims)
}

/// An instant as claims have it, in seconds since 1970.
pub(crate) fn seconds(at: DateTime<Utc>) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "seconds since 1970 are far below 2^52")]
    let seconds = at.timestamp_millis() as f64 / 1000.0;
    seconds
}

fn acceptable(header: &Header) -> bool {
    header.typ.as_deref().is_some_and(|typ| TYPES.contains(&typ)) && header.crit.is_none()
}

impl Claims {
    /// What to remember of the assertion, if its claims are valid now, for the server with this issuer.
    fn assertion(&self, issuer: &str, now: DateTime<Utc>) -> Option<Assertion> {
        let endpoint = token_endpoint(issuer);
        let ours = self.aud.only().is_some_and(|aud| aud == issuer || aud == endpoint);
        let seconds = seconds(now);
        let lifetime = self.exp - self.iat;
        let in_date = self.iat <= seconds + SKEW
            && self.nbf.is_none_or(|nbf| nbf <= seconds + SKEW)
            && seconds < self.exp + SKEW
            && lifetime > 0.0
            && lifetime <= MAX_LIFETIME;
        let named = (1..=MAX_ID).contains(&self.jti.len());
        if !(ours && in_date && named) {
            return None;
        }
        let id = digest(&SHA256, self.jti.as_bytes()).as_ref().try_into().ok()?;
        #[expect(clippy::cast_possible_truncation, reason = "within minutes of now")]
        let until = DateTime::from_timestamp((self.exp + SKEW).ceil() as i64 + 1, 0)?;
        Some(Assertion { id, remember_until: until })
    }
}

/// The address of the token endpoint.
pub(crate) fn token_endpoint(issuer: &str) -> String {
    format!("{}/oauth2/token", issuer.trim_end_matches('/'))
}
