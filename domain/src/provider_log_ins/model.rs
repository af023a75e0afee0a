use super::Claims;
use crate::accounts::Email;
use crate::identity_providers::{ClientAuthentication, IdentityProvider};
use crate::jobs::NewJob;
use crate::ports::Cipher;
use crate::sessions::SessionKind;
use crate::{Error, IdentityId, IdentityProviderId, OrganisationId, Result, Secret, SecretDigest, ShortText, UserId};
use chrono::{DateTime, TimeDelta, Utc};

/// How long a log-in that has begun can be finished.
pub const VALID_FOR: TimeDelta = TimeDelta::minutes(10);

/// An enabled provider of an active organisation.
#[derive(Clone, Debug)]
pub struct StoredProvider {
    /// The organisation.
    pub organisation: OrganisationId,
    /// The provider.
    pub provider: IdentityProvider,
    /// Its encrypted client secret or private key.
    pub credential: Vec<u8>,
}

/// With what this service authenticates at a provider.
#[derive(Clone, Debug)]
pub enum ClientCredential {
    /// A secret that the provider has too.
    Secret(Secret),
    /// A private key, as [`crate::ports::Secrets::signing_key`] makes it.
    PrivateKey(Secret),
}

impl StoredProvider {
    /// Decrypts the credential.
    ///
    /// # Errors
    /// [`crate::Error::Internal`] if it is another provider's, or was encrypted with another key.
    pub(super) fn credential(&self, cipher: &dyn Cipher) -> Result<ClientCredential> {
        let decrypted = cipher.decrypt(self.provider.id.0.as_bytes(), &self.credential)?;
        let credential = String::from_utf8(decrypted).map(Secret::new).map_err(Error::internal)?;
        Ok(match self.provider.client_authentication {
            ClientAuthentication::ClientSecret => ClientCredential::Secret(credential),
            ClientAuthentication::PrivateKey => ClientCredential::PrivateKey(credential),
        })
    }
}

/// What an authorization request needs.
#[derive(Debug)]
pub struct Authorization<'a> {
    /// The provider.
    pub provider: &'a IdentityProvider,
    /// Comes back in the callback.
    pub state: &'a Secret,
    /// Comes back in the ID token.
    pub nonce: &'a Secret,
    /// Of which the request has the digest, and the token request the text (PKCE).
    pub verifier: &'a Secret,
    /// Whether the user must authenticate again, though they are logged in there.
    pub again: bool,
}

/// A log-in that has begun.
#[derive(Clone, Debug)]
pub struct Begun {
    /// Where the browser goes.
    pub address: String,
    /// What the browser keeps until the callback.
    pub secret: Secret,
    /// Until when it can be finished.
    pub expires_at: DateTime<Utc>,
}

/// A stored log-in that has begun.
#[derive(Clone, Debug)]
pub struct LogInState {
    /// The digest of the state.
    pub state: SecretDigest,
    /// The digest of what the browser keeps.
    pub browser: SecretDigest,
    /// The organisation.
    pub organisation: OrganisationId,
    /// The provider.
    pub provider: IdentityProviderId,
    /// Who links an identity; `None` to log in.
    pub user: Option<UserId>,
    /// Nonce and verifier, which only what the browser keeps decrypts.
    pub sealed: Vec<u8>,
    /// Until when it can be finished.
    pub expires_at: DateTime<Utc>,
}

/// A state that was used up just now.
#[derive(Clone, Debug)]
pub struct TakenState {
    /// Who links an identity; `None` to log in.
    pub user: Option<UserId>,
    /// Nonce and verifier.
    pub sealed: Vec<u8>,
}

/// What the provider sent to the front end, with what the browser kept.
#[derive(Clone, Debug)]
pub struct Callback {
    /// The provider at whose address it arrived.
    pub provider: IdentityProviderId,
    /// The authorization code.
    pub code: Secret,
    /// The state.
    pub state: Secret,
    /// The issuer (RFC 9207), if the provider sent it.
    pub issuer: Option<String>,
    /// What the browser kept.
    pub secret: Secret,
}

/// The session to start.
#[derive(Clone, Debug)]
pub struct With {
    /// For what it is.
    pub kind: SessionKind,
    /// The name of the browser or device, if known.
    pub device_name: Option<ShortText>,
    /// The network of the request, if known.
    pub network: Option<String>,
}

/// What exchanging a code for an ID token needs.
#[derive(Debug)]
pub struct Redemption<'a> {
    /// The provider.
    pub provider: &'a IdentityProvider,
    /// With what this service authenticates there.
    pub credential: ClientCredential,
    /// The callback.
    pub callback: &'a Callback,
    /// What the ID token must name.
    pub nonce: Secret,
    /// What the authorization request had the digest of.
    pub verifier: Secret,
}

/// A user whom a provider asserts, to be found, linked or made.
#[derive(Debug)]
pub struct Asserted<'a> {
    /// The provider.
    pub stored: &'a StoredProvider,
    /// What it says.
    pub claims: &'a Claims,
    /// The address that may link an existing member: said to be verified. Whether its domain is proven, the database says.
    pub email: Option<&'a Email>,
    /// The id of the identity, if it is new.
    pub identity: IdentityId,
    /// Tells the user, if the identity is new.
    pub notice: Option<NewJob>,
    /// When it happens.
    pub at: DateTime<Utc>,
}
