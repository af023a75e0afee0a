use super::Issuer;
use crate::audit::Disclosure;
use crate::ports::Secrets;
use crate::vocabulary::words;
use crate::{Error, FieldCode, IdentityProviderId, Result, Secret, ShortText, Version};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Maximum number of identity providers of an organisation.
pub const MAX_IDENTITY_PROVIDERS: usize = 5;

words! {
    /// How this service authenticates at a provider.
    pub enum ClientAuthentication {
        /// With a secret that both have.
        ClientSecret = "client-secret", "Geheim", "Client secret";
        /// With assertions signed by a key that only this service has (`private_key_jwt`).
        PrivateKey = "private-key", "Eigen sleutel", "Private key";
    }
}

/// An identity provider of the organisation. Its client secret or private key is stored apart, encrypted, and never shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdentityProvider {
    /// Unique identifier.
    pub id: IdentityProviderId,
    /// Its name, which users see when they log in.
    pub name: ShortText,
    /// Its issuer.
    pub issuer: Issuer,
    /// The id of this service at the provider.
    pub client_id: ShortText,
    /// How this service authenticates there.
    pub client_authentication: ClientAuthentication,
    /// The only tenant (`tid`) of Entra ID whose users log in.
    pub tenant_id: Option<ShortText>,
    /// Whether its addresses in the organisation's proven domains count as verified, though it does not say so.
    pub trusts_emails: bool,
    /// Whether what it says of a second factor counts.
    pub trusts_second_factor: bool,
    /// The `acr` that says so; without it, `mfa` in `amr` does.
    pub second_factor_acr: Option<ShortText>,
    /// Whether the first log-in of an unknown user makes them a coach of the organisation.
    pub creates_coaches: bool,
    /// Whether users can log in with it.
    pub enabled: bool,
    /// Version, incremented by every update.
    pub version: Version,
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

impl Disclosure for IdentityProvider {}

/// Input for creating an identity provider.
#[derive(Clone, Debug)]
pub struct NewIdentityProvider {
    /// Its name.
    pub name: ShortText,
    /// Its issuer.
    pub issuer: Issuer,
    /// The id of this service at the provider.
    pub client_id: ShortText,
    /// How this service authenticates there.
    pub client_authentication: ClientAuthentication,
    /// The secret of this service at the provider; `None` with a private key.
    pub client_secret: Option<Secret>,
    /// The only tenant of Entra ID.
    pub tenant_id: Option<ShortText>,
    /// Whether its addresses in proven domains count as verified.
    pub trusts_emails: bool,
    /// Whether what it says of a second factor counts.
    pub trusts_second_factor: bool,
    /// The `acr` that says so.
    pub second_factor_acr: Option<ShortText>,
    /// Whether the first log-in of an unknown user makes them a coach.
    pub creates_coaches: bool,
}

impl NewIdentityProvider {
    /// Builds the provider, enabled, created at `now`, and its client secret or a new private key.
    ///
    /// # Errors
    /// [`Error::Invalid`] without a client secret, or with one and a private key.
    pub(super) fn at(
        self,
        id: IdentityProviderId,
        secrets: &dyn Secrets,
        now: DateTime<Utc>,
    ) -> Result<(IdentityProvider, Secret)> {
        let credential = credential(self.client_authentication, true, self.client_secret, secrets)?;
        let provider = IdentityProvider {
            id,
            name: self.name,
            issuer: self.issuer,
            client_id: self.client_id,
            client_authentication: self.client_authentication,
            tenant_id: self.tenant_id,
            trusts_emails: self.trusts_emails,
            trusts_second_factor: self.trusts_second_factor,
            second_factor_acr: self.second_factor_acr,
            creates_coaches: self.creates_coaches,
            enabled: true,
            version: crate::version::first(),
            created_at: now,
            updated_at: now,
        };
        credential.map(|credential| (provider, credential)).ok_or_else(|| Error::internal("no credential"))
    }
}

/// The new credential at the provider; `None` keeps the current one, which fits unless this way to authenticate `is_new`.
fn credential(
    way: ClientAuthentication,
    is_new: bool,
    secret: Option<Secret>,
    secrets: &dyn Secrets,
) -> Result<Option<Secret>> {
    match (way, secret) {
        (ClientAuthentication::ClientSecret, None) if is_new => {
            Err(Error::invalid("/clientSecret", FieldCode::Required))
        }
        (ClientAuthentication::ClientSecret, secret) => Ok(secret),
        (ClientAuthentication::PrivateKey, Some(_)) => Err(Error::invalid("/clientSecret", FieldCode::Exclusive)),
        (ClientAuthentication::PrivateKey, None) => is_new.then(|| secrets.signing_key()).transpose(),
    }
}

/// Partial update of an identity provider: `None` leaves a member unchanged.
#[derive(Clone, Debug, Default)]
pub struct IdentityProviderChanges {
    /// New name.
    pub name: Option<ShortText>,
    /// How this service authenticates there. Another way than before needs a client secret, or makes a private key.
    pub client_authentication: Option<ClientAuthentication>,
    /// New client secret.
    pub client_secret: Option<Secret>,
    /// Whether its addresses in proven domains count as verified.
    pub trusts_emails: Option<bool>,
    /// Whether what it says of a second factor counts.
    pub trusts_second_factor: Option<bool>,
    /// The `acr` that says so.
    pub second_factor_acr: Option<Option<ShortText>>,
    /// Whether the first log-in of an unknown user makes them a coach.
    pub creates_coaches: Option<bool>,
    /// Whether users can log in with it.
    pub enabled: Option<bool>,
}

impl IdentityProviderChanges {
    /// Returns the provider with the changes applied and the version incremented, and its new credential, if any.
    ///
    /// # Errors
    /// As [`NewIdentityProvider::at`].
    pub(super) fn apply(
        self,
        mut provider: IdentityProvider,
        secrets: &dyn Secrets,
        now: DateTime<Utc>,
    ) -> Result<(IdentityProvider, Option<Secret>)> {
        let way = self.client_authentication.unwrap_or(provider.client_authentication);
        let credential = credential(way, way != provider.client_authentication, self.client_secret, secrets)?;
        provider.client_authentication = way;
        crate::patch(&mut provider.name, self.name);
        crate::patch(&mut provider.trusts_emails, self.trusts_emails);
        crate::patch(&mut provider.trusts_second_factor, self.trusts_second_factor);
        crate::patch(&mut provider.second_factor_acr, self.second_factor_acr);
        crate::patch(&mut provider.creates_coaches, self.creates_coaches);
        crate::patch(&mut provider.enabled, self.enabled);
        crate::version::bump(&mut provider.version, &mut provider.updated_at, now);
        Ok((provider, credential))
    }
}

impl IdentityProvider {
    /// Whether sessions that began while it was `before` may not rest on it any more.
    pub(super) fn trusts_less_than(&self, before: &Self) -> bool {
        let second_factor = (self.trusts_second_factor, &self.second_factor_acr);
        !self.enabled
            || before.trusts_second_factor && second_factor != (before.trusts_second_factor, &before.second_factor_acr)
    }
}
