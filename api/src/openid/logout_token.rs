//! Logout tokens (OpenID Connect Back-Channel Logout 1.0, 2.4 and 2.6).

use super::verified::{Common, SKEW, signed};
use crate::oauth2::{Audience, KeySets};
use aws_lc_rs::digest::{SHA256, digest};
use chrono::{DateTime, Utc};
use domain::identity_providers::IdentityProvider;
use domain::provider_log_ins::LogOutToken;
use serde::Deserialize;
use serde_json::Value;

/// The event that makes a token one to log out.
const EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";
/// Maximum length of an id.
const MAX_ID: usize = 255;
/// Maximum lifetime in seconds, which bounds how long tokens are remembered.
const MAX_LIFETIME: f64 = 3_600.0;

#[derive(Deserialize)]
struct Token {
    iss: String,
    aud: Audience,
    iat: f64,
    exp: f64,
    jti: String,
    events: serde_json::Map<String, Value>,
    #[serde(default)]
    sub: Option<String>,
    #[serde(default)]
    sid: Option<String>,
    /// Must be absent, so that no ID token is taken for one.
    #[serde(default)]
    nonce: Option<Value>,
}

/// Verifies a logout token with the keys of its provider.
///
/// # Errors
/// The reason, for the log.
pub(super) async fn verify(
    text: &str,
    provider: &IdentityProvider,
    jwks_uri: &str,
    sets: &KeySets,
    now: DateTime<Utc>,
) -> Result<LogOutToken, &'static str> {
    let token: Token = signed(text, &["logout+jwt", "JWT"], jwks_uri, sets).await?;
    let Token { iss, aud, iat, exp, .. } = &token;
    Common { iss, aud, iat: *iat, exp: *exp, nbf: None }.check(provider, now)?;
    let lives = exp - iat > 0.0 && exp - iat <= MAX_LIFETIME;
    let is_event = token.events.get(EVENT).is_some_and(Value::is_object) && token.nonce.is_none();
    let fits = |id: &str| (1..=MAX_ID).contains(&id.len());
    let names = [&token.sub, &token.sid].into_iter().flatten().all(|id| fits(id));
    if !(lives && is_event && names && fits(&token.jti)) || token.sub.is_none() && token.sid.is_none() {
        return Err("no logout token");
    }
    let id = digest(&SHA256, token.jti.as_bytes()).as_ref().try_into().map_err(|_| "no digest")?;
    #[expect(clippy::cast_possible_truncation, reason = "within an hour of now")]
    let until = DateTime::from_timestamp((exp + SKEW).ceil() as i64 + 1, 0).ok_or("no date")?;
    Ok(LogOutToken { id, remember_until: until, subject: token.sub, session: token.sid })
}
