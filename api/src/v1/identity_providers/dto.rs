use crate::extract::Patch;
use crate::openid::OpenId;
use crate::public_url::PublicUrl;
use crate::response::Versioned;
use crate::schema;
use chrono::{DateTime, Utc};
use domain::identity_providers::{
    ClientAuthentication, IdentityProvider, IdentityProviderChanges, Issuer, NewIdentityProvider,
};
use domain::{Error, Result, Secret, ShortText, Version};
use serde::{Deserialize, Serialize};
use std::fmt;
use utoipa::ToSchema;
use uuid::Uuid;

/// A new identity provider. Issuer, client and tenant never change: identities are known by them.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct CreateIdentityProvider {
    /// The name that users see when they log in.
    #[schema(value_type = schema::ShortText, example = "De Linde")]
    name: ShortText,
    /// The issuer, exactly as in the metadata of the provider.
    #[schema(
        min_length = 1,
        max_length = 500,
        example = "https://login.microsoftonline.com/6a3f7c1e-8c1b-4f0e-9d2a-0f6b1c2d3e4f/v2.0"
    )]
    issuer: String,
    /// The id of this service at the provider.
    #[schema(value_type = schema::ShortText, example = "omringd")]
    client_id: ShortText,
    /// How this service authenticates at the provider; with a client secret if absent.
    #[serde(default = "with_secret")]
    #[schema(value_type = schema::ClientAuthentication, required = false, example = "client-secret")]
    client_authentication: ClientAuthentication,
    /// The secret of this service at the provider. It is stored encrypted and never shown. Required with `client-secret`;
    /// with `private-key` the service makes a key.
    #[schema(value_type = String, required = false, min_length = 1, max_length = 500, format = Password,
        example = "een lang geheim van de provider")]
    client_secret: Option<String>,
    /// The only tenant (`tid`) of Entra ID whose users log in.
    #[schema(value_type = schema::ShortText, required = false, example = "6a3f7c1e-8c1b-4f0e-9d2a-0f6b1c2d3e4f")]
    tenant_id: Option<ShortText>,
    /// Whether the provider's email addresses in proven domains count as verified, though it does not say so with
    /// `email_verified`.
    #[serde(default)]
    #[schema(example = false)]
    trusts_emails: bool,
    /// Whether a second factor at the provider counts: `mfa` in `amr`, or `secondFactorAcr`.
    #[serde(default)]
    #[schema(example = true)]
    trusts_second_factor: bool,
    /// The `acr` that stands for a second factor, instead of `mfa` in `amr`.
    #[schema(value_type = schema::ShortText, required = false, example = "gold")]
    second_factor_acr: Option<ShortText>,
    /// Whether the first log-in of a user without an account makes them a coach; only with an address in a proven domain.
    #[serde(default)]
    #[schema(example = false)]
    creates_coaches: bool,
}

fn with_secret() -> ClientAuthentication {
    ClientAuthentication::ClientSecret
}

impl fmt::Debug for CreateIdentityProvider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CreateIdentityProvider")
    }
}

impl TryFrom<CreateIdentityProvider> for NewIdentityProvider {
    type Error = Error;

    fn try_from(it: CreateIdentityProvider) -> Result<Self> {
        Ok(Self {
            name: it.name,
            issuer: Issuer::new(it.issuer)?,
            client_id: it.client_id,
            client_authentication: it.client_authentication,
            client_secret: it.client_secret.map(Secret::new),
            tenant_id: it.tenant_id,
            trusts_emails: it.trusts_emails,
            trusts_second_factor: it.trusts_second_factor,
            second_factor_acr: it.second_factor_acr,
            creates_coaches: it.creates_coaches,
        })
    }
}

/// A merge patch (RFC 7396) of an identity provider. `enabled: false` ends its sessions at once, and so does trusting it no
/// longer with a second factor.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct UpdateIdentityProvider {
    /// The name that users see when they log in.
    #[schema(value_type = schema::ShortText, required = false, example = "De Linde")]
    name: Option<ShortText>,
    /// How this service authenticates at the provider. Another way than before needs a client secret, or makes a key.
    #[schema(value_type = schema::ClientAuthentication, required = false)]
    client_authentication: Option<ClientAuthentication>,
    /// The secret of this service at the provider.
    #[schema(value_type = String, required = false, min_length = 1, max_length = 500, format = Password)]
    client_secret: Option<String>,
    /// Whether the provider's email addresses in proven domains count as verified.
    #[schema(value_type = bool, required = false)]
    trusts_emails: Option<bool>,
    /// Whether a second factor at the provider counts.
    #[schema(value_type = bool, required = false)]
    trusts_second_factor: Option<bool>,
    /// The `acr` that stands for a second factor; null for `mfa` in `amr`.
    #[serde(default)]
    #[schema(value_type = Option<schema::ShortText>, required = false)]
    second_factor_acr: Patch<ShortText>,
    /// Whether the first log-in of a user without an account makes them a coach.
    #[schema(value_type = bool, required = false)]
    creates_coaches: Option<bool>,
    /// Whether users can log in with it.
    #[schema(value_type = bool, required = false)]
    enabled: Option<bool>,
}

impl fmt::Debug for UpdateIdentityProvider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("UpdateIdentityProvider")
    }
}

impl From<UpdateIdentityProvider> for IdentityProviderChanges {
    fn from(it: UpdateIdentityProvider) -> Self {
        Self {
            name: it.name,
            client_authentication: it.client_authentication,
            client_secret: it.client_secret.map(Secret::new),
            trusts_emails: it.trusts_emails,
            trusts_second_factor: it.trusts_second_factor,
            second_factor_acr: it.second_factor_acr.0,
            creates_coaches: it.creates_coaches,
            enabled: it.enabled,
        }
    }
}

/// An identity provider of the organisation.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = IdentityProvider)]
pub(super) struct IdentityProviderView {
    id: Uuid,
    #[schema(value_type = schema::ShortText, example = "De Linde")]
    name: ShortText,
    /// The issuer.
    #[schema(example = "https://login.microsoftonline.com/6a3f7c1e-8c1b-4f0e-9d2a-0f6b1c2d3e4f/v2.0")]
    issuer: String,
    /// The id of this service at the provider.
    #[schema(value_type = schema::ShortText, example = "omringd")]
    client_id: ShortText,
    /// How this service authenticates at the provider.
    #[schema(value_type = schema::ClientAuthentication)]
    client_authentication: ClientAuthentication,
    /// The only tenant of Entra ID; null for any.
    #[schema(value_type = Option<schema::ShortText>, required)]
    tenant_id: Option<ShortText>,
    /// Whether its addresses in proven domains count as verified.
    trusts_emails: bool,
    /// Whether a second factor at the provider counts.
    trusts_second_factor: bool,
    /// The `acr` that stands for a second factor; null for `mfa` in `amr`.
    #[schema(value_type = Option<schema::ShortText>, required)]
    second_factor_acr: Option<ShortText>,
    /// Whether the first log-in of a user without an account makes them a coach.
    creates_coaches: bool,
    /// Whether users can log in with it.
    enabled: bool,
    /// The redirect URI to register at the provider; null if the service has no front end.
    #[schema(required, example = "https://app.example.nl/provider-log-in/01934c3e-7a10-7c4e-9b1d-3f2a1c0d9e8f")]
    redirect_uri: Option<String>,
    /// The back-channel logout URI to register at the provider.
    #[schema(example = "https://omringd.example.nl/oauth2/backchannel-logout/01934c3e-7a10-7c4e-9b1d-3f2a1c0d9e8f")]
    backchannel_logout_uri: String,
    /// The address of this service's public key, to register at the provider; null with a client secret.
    #[schema(required, example = "https://omringd.example.nl/oauth2/client-keys/01934c3e-7a10-7c4e-9b1d-3f2a1c0d9e8f")]
    jwks_uri: Option<String>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    #[serde(skip)]
    version: Version,
}

impl Versioned for IdentityProviderView {
    fn version(&self) -> Version {
        self.version
    }
}

impl IdentityProviderView {
    /// The provider with the addresses to register there.
    pub(super) fn of(it: IdentityProvider, open_id: &OpenId, public_url: &PublicUrl) -> Self {
        let base = public_url.as_str().trim_end_matches('/');
        let own_key = it.client_authentication == ClientAuthentication::PrivateKey;
        Self {
            id: it.id.0,
            name: it.name,
            issuer: it.issuer.as_str().to_owned(),
            client_id: it.client_id,
            client_authentication: it.client_authentication,
            tenant_id: it.tenant_id,
            trusts_emails: it.trusts_emails,
            trusts_second_factor: it.trusts_second_factor,
            second_factor_acr: it.second_factor_acr,
            creates_coaches: it.creates_coaches,
            enabled: it.enabled,
            redirect_uri: open_id.redirect_uri(it.id),
            jwks_uri: own_key.then(|| format!("{base}/oauth2/client-keys/{}", it.id)),
            backchannel_logout_uri: format!("{base}/oauth2/backchannel-logout/{}", it.id),
            created_at: it.created_at,
            updated_at: it.updated_at,
            version: it.version,
        }
    }
}
