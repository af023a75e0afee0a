use crate::request_context::Seen;
use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use chrono::{DateTime, TimeDelta, Utc};
use domain::ports::Clock;
use domain::{Error, IntegrationId, Result, SessionId, UserId};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, decode_header, encode};
use moka::sync::Cache;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};
use uuid::Uuid;

/// Lifetime of an access token.
pub const LIFETIME: TimeDelta = TimeDelta::minutes(10);
/// Tolerated clock skew, in seconds.
const LEEWAY: i64 = 5;
/// The media type of an access token (RFC 9068), so that no other token of ours passes for one.
const TYPE: &str = "at+jwt";
/// The client of a token (RFC 9068): whatever front end a person logs in with.
const CLIENT: &str = "omringd";
/// Number of cached verified tokens: verifying a signature costs more than the rest of a cheap request.
const REMEMBERED: u64 = 10_000;

/// Signs and verifies access tokens (RFC 9068, `EdDSA`).
pub struct Tokens {
    issuer: String,
    keys: RwLock<Arc<Keys>>,
    validation: Validation,
    clock: Arc<dyn Clock>,
}

struct Keys {
    signing: EncodingKey,
    /// The accepted keys, which the JWKS lists; the first signs.
    accepted: Vec<Key>,
    /// Verified tokens by digest. Only the signature is cached: the dates are checked on every use, and the session
    /// when a unit of work opens. Each set of keys has its own cache.
    genuine: Cache<[u8; 32], Genuine>,
}

/// The claims of a token with a valid signature.
#[derive(Clone, Copy)]
struct Genuine {
    seen: Seen,
    valid_from: i64,
    expires_at: i64,
}

struct Key {
    id: String,
    /// The public key, encoded as in a JWK.
    x: String,
    decoding: DecodingKey,
}

#[derive(Debug, Serialize, Deserialize)]
struct Claims {
    iss: String,
    aud: String,
    sub: Uuid,
    /// The session of a person; an integration has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sid: Option<Uuid>,
    client_id: String,
    iat: i64,
    exp: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    nbf: Option<i64>,
    jti: Uuid,
}

impl fmt::Debug for Tokens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tokens")
            .field("issuer", &self.issuer)
            .field("keys", &self.public_keys())
            .finish_non_exhaustive()
    }
}

impl Tokens {
    /// Tokens of this issuer, signed with the first key and accepted with any. Keys are PKCS #8, DER.
    ///
    /// # Errors
    /// If a key is not an Ed25519 key, or there is none.
    pub fn new(issuer: &str, keys: &[Vec<u8>], clock: Arc<dyn Clock>) -> Result<Self> {
        let mut validation = Validation::new(Algorithm::EdDSA);
        // The instants are checked against our own clock, in `in_date`; that they are there, here.
        validation.validate_exp = false;
        validation.validate_nbf = false;
        validation.set_issuer(&[issuer]);
        validation.set_audience(&[issuer]);
        validation.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);
        Ok(Self { issuer: issuer.to_owned(), keys: RwLock::new(Arc::new(Keys::new(keys)?)), validation, clock })
    }

    /// Switches to these keys after a rotation.
    ///
    /// # Errors
    /// As [`Tokens::new`]; the current keys then stay in use.
    pub fn replace_keys(&self, keys: &[Vec<u8>]) -> Result<()> {
        let keys = Arc::new(Keys::new(keys)?);
        *self.keys.write().unwrap_or_else(PoisonError::into_inner) = keys;
        Ok(())
    }

    /// An access token for this session.
    ///
    /// # Errors
    /// Only [`Error::Internal`].
    pub fn issue(&self, session: SessionId, user: UserId, id: Uuid, now: DateTime<Utc>) -> Result<String> {
        self.sign(user.0, Some(session), CLIENT.to_owned(), id, now)
    }

    /// An access token for this integration: it is its own client and has no session (RFC 9068, 2.2).
    ///
    /// # Errors
    /// Only [`Error::Internal`].
    pub fn issue_to_integration(&self, integration: IntegrationId, id: Uuid, now: DateTime<Utc>) -> Result<String> {
        self.sign(integration.0, None, integration.to_string(), id, now)
    }

    fn sign(
        &self,
        subject: Uuid,
        session: Option<SessionId>,
        client_id: String,
        id: Uuid,
        now: DateTime<Utc>,
    ) -> Result<String> {
        let keys = self.keys();
        let mut header = Header::new(Algorithm::EdDSA);
        header.typ = Some(TYPE.to_owned());
        header.kid = keys.accepted.first().map(|key| key.id.clone());
        let claims = Claims {
            iss: self.issuer.clone(),
            aud: self.issuer.clone(),
            sub: subject,
            sid: session.map(|session| session.0),
            client_id,
            iat: now.timestamp(),
            exp: (now + LIFETIME).timestamp(),
            nbf: None,
            jti: id,
        };
        encode(&header, &claims, &keys.signing).map_err(Error::internal)
    }

    /// Whom a token is about that is ours and in date. Keys named in the token itself are ignored.
    ///
    /// # Errors
    /// [`Error::Unauthenticated`].
    pub(crate) fn verify(&self, token: &str) -> Result<Seen> {
        let keys = self.keys();
        let digest = digest(&SHA256, token.as_bytes()).as_ref().try_into().map_err(Error::internal)?;
        let token = keys.genuine.get(&digest).map_or_else(
            || {
                let found = keys.check(token, &self.validation)?;
                keys.genuine.insert(digest, found);
                Ok::<_, Error>(found)
            },
            Ok,
        )?;
        if !token.in_date(self.clock.now().timestamp()) {
            return Err(Error::Unauthenticated);
        }
        Ok(token.seen)
    }

    /// The issuer of the tokens: the public address of the service.
    pub(crate) fn issuer(&self) -> &str {
        &self.issuer
    }

    /// The id and the public key, in base64url, of every key that is accepted.
    pub(crate) fn public_keys(&self) -> Vec<(String, String)> {
        self.keys().accepted.iter().map(|key| (key.id.clone(), key.x.clone())).collect()
    }

    fn keys(&self) -> Arc<Keys> {
        self.keys.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Claims {
    /// A person has a session and our own client; an integration is its own client and has no session.
    fn subject(&self) -> Option<Seen> {
        match self.sid {
            Some(session) if self.client_id == CLIENT => Some(Seen::person(session.into(), self.sub.into())),
            None if self.client_id == self.sub.to_string() => Some(Seen::integration(self.sub.into())),
            Some(_) | None => None,
        }
    }
}

impl Genuine {
    fn in_date(&self, now: i64) -> bool {
        self.valid_from <= now + LEEWAY && now < self.expires_at + LEEWAY
    }
}

impl Keys {
    fn new(keys: &[Vec<u8>]) -> Result<Self> {
        let accepted = keys.iter().map(|der| Key::new(der)).collect::<Result<Vec<_>>>()?;
        let signing = keys.first().ok_or_else(|| Error::internal("no signing key"))?;
        let lifetime = (LIFETIME + TimeDelta::seconds(LEEWAY)).to_std().map_err(Error::internal)?;
        let genuine = Cache::builder().max_capacity(REMEMBERED).time_to_live(lifetime).build();
        Ok(Self { signing: EncodingKey::from_ed_der(signing), accepted, genuine })
    }

    /// The claims of the token, if one of these keys signed it.
    fn check(&self, token: &str, validation: &Validation) -> Result<Genuine> {
        let header = decode_header(token).map_err(|_| Error::Unauthenticated)?;
        let key = self.accepted.iter().find(|key| header.kid.as_ref() == Some(&key.id));
        let (Some(key), Some(TYPE)) = (key, header.typ.as_deref()) else { return Err(Error::Unauthenticated) };
        // Critical header parameters (RFC 7515, 4.1.11) are not supported.
        if header.crit.is_some() {
            return Err(Error::Unauthenticated);
        }
        let claims = decode::<Claims>(token, &key.decoding, validation).map_err(|_| Error::Unauthenticated)?.claims;
        Ok(Genuine {
            seen: claims.subject().ok_or(Error::Unauthenticated)?,
            valid_from: claims.nbf.map_or(claims.iat, |nbf| nbf.max(claims.iat)),
            expires_at: claims.exp,
        })
    }
}

impl Key {
    fn new(der: &[u8]) -> Result<Self> {
        let pair = Ed25519KeyPair::from_pkcs8(der).map_err(Error::internal)?;
        let x = BASE64_URL_SAFE_NO_PAD.encode(pair.public_key());
        let decoding = DecodingKey::from_ed_components(&x).map_err(Error::internal)?;
        Ok(Self { id: thumbprint(&x), x, decoding })
    }
}

/// The key's thumbprint (RFC 7638, RFC 8037).
fn thumbprint(x: &str) -> String {
    let canonical = format!(r#"{{"crv":"Ed25519","kty":"OKP","x":"{x}"}}"#);
    let digest = digest(&SHA256, canonical.as_bytes());
    BASE64_URL_SAFE_NO_PAD.encode(digest)
}

#[cfg(test)]
#[path = "tokens_tests.rs"]
mod tests;
