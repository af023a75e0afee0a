//! The signature and the common claims of a provider's tokens.

use crate::oauth2::{ALGORITHMS, Audience, KeySets, seconds, signed_by};
use chrono::{DateTime, Utc};
use domain::identity_providers::IdentityProvider;
use jsonwebtoken::decode_header;
use serde::de::DeserializeOwned;

/// Tolerated clock skew, in seconds.
pub(super) const SKEW: f64 = 30.0;
/// Maximum age of a token that is used at once, in seconds.
const MAX_AGE: f64 = 600.0;
/// Maximum length of a token.
const MAX_LENGTH: usize = 16_384;

/// The claims that every token of a provider has.
pub(super) struct Common<'a> {
    pub(super) iss: &'a str,
    pub(super) aud: &'a Audience,
    pub(super) iat: f64,
    pub(super) exp: f64,
    pub(super) nbf: Option<f64>,
}

impl Common<'_> {
    /// Checks that the token is of this provider, for this service alone, and of now.
    pub(super) fn check(&self, provider: &IdentityProvider, now: DateTime<Utc>) -> Result<(), &'static str> {
        let now = seconds(now);
        if self.iss != provider.issuer.as_str() {
            return Err("another issuer");
        }
        // A second audience could use the token as well.
        if self.aud.only() != Some(provider.client_id.as_str()) {
            return Err("another audience");
        }
        let in_date = self.iat <= now + SKEW
            && self.iat > now - MAX_AGE
            && self.nbf.is_none_or(|nbf| nbf <= now + SKEW)
            && now < self.exp + SKEW;
        if in_date { Ok(()) } else { Err("expired, or of another time") }
    }
}

/// The claims of a token that a key of this set signed. Keys that the token itself names are ignored.
pub(super) async fn signed<C: DeserializeOwned>(
    text: &str,
    types: &[&str],
    jwks_uri: &str,
    sets: &KeySets,
) -> Result<C, &'static str> {
    let header = decode_header(text).ok().filter(|_| text.len() <= MAX_LENGTH).ok_or("no signed token")?;
    let typed = header.typ.as_deref().is_none_or(|typ| types.iter().any(|known| known.eq_ignore_ascii_case(typ)));
    if !typed || header.crit.is_some() {
        return Err("another type of token");
    }
    let algorithm = ALGORITHMS.into_iter().find(|(algorithm, _)| *algorithm == header.alg);
    let (algorithm, name) = algorithm.ok_or("an algorithm that is not accepted")?;
    let keys = sets.keys(jwks_uri, |key| key.fits(name, header.kid.as_deref())).await;
    keys.iter().find_map(|key| signed_by(text, algorithm, key)).ok_or("no such signature, or no such claims")
}
