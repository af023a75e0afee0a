use crate::ShortText;
use crate::accounts::Email;
use crate::identity_providers::IdentityProvider;
use chrono::{DateTime, Utc};

/// The claims of an ID token that was verified.
#[derive(Clone, Debug)]
pub struct Claims {
    /// The user at the provider.
    pub subject: String,
    /// The session at the provider.
    pub session: Option<String>,
    /// The address, which is no identity.
    pub email: Option<Email>,
    /// Whether the provider says that it verified the address.
    pub email_verified: bool,
    /// The name.
    pub name: Option<ShortText>,
    /// The tenant of Entra ID.
    pub tenant: Option<String>,
    /// How the user authenticated.
    pub methods: Vec<String>,
    /// The level of the authentication.
    pub level: Option<String>,
    /// When the user authenticated, which can be long before.
    pub authenticated_at: Option<DateTime<Utc>>,
}

impl Claims {
    /// Whether they are of the provider's tenant, if it has one.
    pub(super) fn are_of_tenant(&self, provider: &IdentityProvider) -> bool {
        provider.tenant_id.as_ref().is_none_or(|tenant| self.tenant.as_deref() == Some(tenant.as_str()))
    }

    /// Whether a second factor was given, as far as the organisation trusts the provider with it.
    pub(super) fn have_second_factor(&self, provider: &IdentityProvider) -> bool {
        let given = match &provider.second_factor_acr {
            Some(acr) => self.level.as_deref() == Some(acr.as_str()),
            None => self.methods.iter().any(|method| method == "mfa"),
        };
        provider.trusts_second_factor && given
    }

    /// The address, if it counts as verified.
    pub(super) fn verified_email(&self, provider: &IdentityProvider) -> Option<&Email> {
        self.email.as_ref().filter(|_| self.email_verified || provider.trusts_emails)
    }
}
