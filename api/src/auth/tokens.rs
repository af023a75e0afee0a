use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{Error, Result, SessionId, UserId};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, decode_header, encode};
use serde::{Deserialize, Serialize};
use std::fmt;
use uuid::Uuid;

/// How long an access token is good for.
pub(crate) const LIFETIME: TimeDelta = TimeDelta::minutes(10);
/// How far two clocks may be apart, in seconds.
const LEEWAY: u64 = 5;
/// The media type of an access token (RFC 9068), so that no other token of ours passes for one.
const TYPE: &str = "at+jwt";

/// Signs and verifies access tokens (RFC 9068, `EdDSA`).
pub struct Tokens {
    issuer: String,
    signing: Key,
    encoding: EncodingKey,
    /// Every key whose tokens are accepted and that the JWKS shows: current first.
    accepted: Vec<Key>,
    validation: Validation,
}

#[derive(Clone)]
struct Key {
    id: String,
    public: Vec<u8>,
    decoding: DecodingKey,
}

#[derive(Debug, Serialize, Deserialize)]
struct Claims {
    iss: String,
    aud: String,
    sub: Uuid,
    sid: Uuid,
    client_id: String,
    iat: i64,
    exp: i64,
    jti: Uuid,
}

impl fmt::Debug for Tokens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tokens").field("issuer", &self.issuer).field("key", &self.signing.id).finish_non_exhaustive()
    }
}

impl Tokens {
    /// Tokens of this issuer, signed with the first key and accepted with any. Keys are PKCS #8 v1 or v2, DER.
    ///
    /// # Errors
    /// If a key is not an Ed25519 key, or there is none.
    pub fn new(issuer: &str, keys: &[Vec<u8>]) -> Result<Self> {
        let accepted = keys.iter().map(|der| Key::new(der)).collect::<Result<Vec<_>>>()?;
        let (signing, der) = accepted.first().zip(keys.first()).ok_or_else(|| Error::internal("no signing key"))?;
        let mut validation = Validation::new(Algorithm::EdDSA);
        validation.leeway = LEEWAY;
        validation.validate_nbf = true;
        validation.set_issuer(&[issuer]);
        validation.set_audience(&[issuer]);
        validation.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);
        Ok(Self {
            issuer: issuer.to_owned(),
            signing: signing.clone(),
            encoding: EncodingKey::from_ed_der(der),
            accepted,
            validation,
        })
    }

    /// An access token for this session.
    ///
    /// # Errors
    /// Only [`Error::Internal`].
    pub fn issue(&self, session: SessionId, user: UserId, id: Uuid, now: DateTime<Utc>) -> Result<String> {
        let mut header = Header::new(Algorithm::EdDSA);
        header.typ = Some(TYPE.to_owned());
        header.kid = Some(self.signing.id.clone());
        let claims = Claims {
            iss: self.issuer.clone(),
            aud: self.issuer.clone(),
            sub: user.0,
            sid: session.0,
            client_id: "omringd".to_owned(),
            iat: now.timestamp(),
            exp: (now + LIFETIME).timestamp(),
            jti: id,
        };
        encode(&header, &claims, &self.encoding).map_err(Error::internal)
    }

    /// The session and user of a token that is ours and in date. Keys named in the token itself are ignored.
    ///
    /// # Errors
    /// [`Error::Unauthenticated`].
    pub(crate) fn verify(&self, token: &str) -> Result<(SessionId, UserId)> {
        let header = decode_header(token).map_err(|_| Error::Unauthenticated)?;
        let key = self.accepted.iter().find(|key| header.kid.as_ref() == Some(&key.id));
        let (Some(key), Some(TYPE)) = (key, header.typ.as_deref()) else { return Err(Error::Unauthenticated) };
        let claims =
            decode::<Claims>(token, &key.decoding, &self.validation).map_err(|_| Error::Unauthenticated)?.claims;
        Ok((claims.sid.into(), claims.sub.into()))
    }
}

impl Key {
    fn new(der: &[u8]) -> Result<Self> {
        let pair = Ed25519KeyPair::from_pkcs8(der).map_err(Error::internal)?;
        let public = pair.public_key().as_ref().to_vec();
        let x = BASE64_URL_SAFE_NO_PAD.encode(&public);
        let decoding = DecodingKey::from_ed_components(&x).map_err(Error::internal)?;
        Ok(Self { id: thumbprint(&x), public, decoding })
    }
}

/// The key's thumbprint (RFC 7638, RFC 8037).
fn thumbprint(x: &str) -> String {
    let canonical = format!(r#"{{"crv":"Ed25519","kty":"OKP","x":"{x}"}}"#);
    let digest = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, canonical.as_bytes());
    BASE64_URL_SAFE_NO_PAD.encode(digest)
}
