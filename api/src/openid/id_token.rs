//! ID tokens (OpenID Connect Core, 3.1.3.7).

use super::verified::{Common, signed};
use crate::oauth2::{Audience, KeySets};
use chrono::{DateTime, Utc};
use domain::ShortText;
use domain::accounts::Email;
use domain::identity_providers::IdentityProvider;
use domain::provider_log_ins::Claims;
use serde::Deserialize;
use serde_json::Value;

/// Maximum length of a subject and of a session id.
const MAX_ID: usize = 255;
/// Maximum number of methods that are read.
const MAX_METHODS: usize = 20;

/// What must be there has a type; of the rest, what is not as expected is as if it were absent.
#[derive(Deserialize)]
struct IdToken {
    iss: String,
    sub: String,
    aud: Audience,
    iat: f64,
    exp: f64,
    nonce: String,
    #[serde(default)]
    azp: Option<String>,
    #[serde(default)]
    nbf: Option<f64>,
    #[serde(default)]
    sid: Option<String>,
    #[serde(default)]
    auth_time: Option<i64>,
    #[serde(default)]
    email: Value,
    #[serde(default)]
    email_verified: Value,
    #[serde(default)]
    name: Value,
    #[serde(default)]
    tid: Value,
    #[serde(default)]
    amr: Value,
    #[serde(default)]
    acr: Value,
}

/// Verifies an ID token with the keys of its provider, for a log-in with this nonce.
///
/// # Errors
/// The reason, for the log.
pub(super) async fn verify(
    text: &str,
    provider: &IdentityProvider,
    nonce: &str,
    jwks_uri: &str,
    sets: &KeySets,
    now: DateTime<Utc>,
) -> Result<Claims, &'static str> {
    let token: IdToken = signed(text, &["JWT"], jwks_uri, sets).await?;
    let IdToken { iss, aud, iat, exp, nbf, .. } = &token;
    Common { iss, aud, iat: *iat, exp: *exp, nbf: *nbf }.check(provider, now)?;
    if token.azp.as_deref().is_some_and(|azp| azp != provider.client_id.as_str()) {
        return Err("another authorized party");
    }
    if token.nonce != nonce {
        return Err("another nonce");
    }
    let fits = |id: &str| (1..=MAX_ID).contains(&id.len()) && !id.chars().any(char::is_control);
    if !fits(&token.sub) || !token.sid.as_deref().is_none_or(fits) {
        return Err("no usable subject or session");
    }
    Ok(token.claims())
}

impl IdToken {
    fn claims(self) -> Claims {
        let text = |value: &Value| value.as_str().map(str::to_owned);
        let methods = self.amr.as_array().into_iter().flatten().take(MAX_METHODS);
        Claims {
            email: self.email.as_str().and_then(|email| Email::new(email).ok()),
            // Never a text: "false" is one.
            email_verified: self.email_verified == Value::Bool(true),
            name: self.name.as_str().and_then(|name| ShortText::new(name).ok()),
            tenant: text(&self.tid),
            methods: methods.filter_map(text).collect(),
            level: text(&self.acr),
            authenticated_at: self.auth_time.and_then(|at| DateTime::from_timestamp(at, 0)),
            subject: self.sub,
            session: self.sid,
        }
    }
}
