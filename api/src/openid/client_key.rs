//! The key with which this service authenticates at one provider (`private_key_jwt`, RFC 7523).

use base64::{Engine, prelude::BASE64_STANDARD};
use chrono::{DateTime, TimeDelta, Utc};
use domain::identity_providers::IdentityProvider;
use domain::{Error, Result, Secret};
use jsonwebtoken::jwk::{Jwk, PublicKeyUse, ThumbprintHash};
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use serde::Serialize;
use serde_json::{Value, json};

/// The form parameter that says what the assertion is (RFC 7523, 2.2).
pub(super) const ASSERTION_TYPE: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
/// The media type of an assertion (draft-ietf-oauth-rfc7523bis), so that no other token passes for one.
const TYPE: &str = "client-authentication+jwt";
/// Lifetime of an assertion: it is used at once, and clocks may differ by half of it.
const LIFETIME: TimeDelta = TimeDelta::seconds(60);

/// A private key of P-256 with its public part.
pub(crate) struct ClientKey {
    signing: EncodingKey,
    public: Jwk,
    id: String,
}

#[derive(Serialize)]
struct Claims<'a> {
    iss: &'a str,
    sub: &'a str,
    aud: &'a str,
    jti: &'a str,
    iat: i64,
    exp: i64,
}

impl ClientKey {
    /// Reads a key that [`domain::ports::Secrets::signing_key`] made.
    ///
    /// # Errors
    /// [`Error::Internal`] for anything else.
    pub(crate) fn new(key: &Secret) -> Result<Self> {
        let der = BASE64_STANDARD.decode(key.expose()).map_err(Error::internal)?;
        let signing = EncodingKey::from_ec_der(&der);
        let mut public = Jwk::from_encoding_key(&signing, Algorithm::ES256).map_err(Error::internal)?;
        let id = public.thumbprint(ThumbprintHash::SHA256).map_err(Error::internal)?;
        public.common.key_id = Some(id.clone());
        public.common.public_key_use = Some(PublicKeyUse::Signature);
        Ok(Self { signing, public, id })
    }

    /// The set with the public key (RFC 7517).
    pub(crate) fn set(&self) -> Value {
        json!({ "keys": [self.public] })
    }

    /// An assertion for the token endpoint of the provider. Its only audience is the issuer: an assertion for one provider is
    /// of no use at another.
    ///
    /// # Errors
    /// Only [`Error::Internal`].
    pub(super) fn assertion(&self, provider: &IdentityProvider, jti: &Secret, now: DateTime<Utc>) -> Result<String> {
        let client = provider.client_id.as_str();
        let claims = Claims {
            iss: client,
            sub: client,
            aud: provider.issuer.as_str(),
            jti: jti.expose(),
            iat: now.timestamp(),
            exp: (now + LIFETIME).timestamp(),
        };
        let header = Header { typ: Some(TYPE.to_owned()), kid: Some(self.id.clone()), ..Header::new(Algorithm::ES256) };
        encode(&header, &claims, &self.signing).map_err(Error::internal)
    }
}
