use crate::accounts::Email;
use crate::audit::AccountTask;
use crate::{IdentityProviderId, Ports, Result, ShortText};

/// A provider with which a user of a domain can log in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferedProvider {
    /// The provider.
    pub id: IdentityProviderId,
    /// Its name.
    pub name: ShortText,
    /// The name of its organisation.
    pub organisation: ShortText,
}

/// Returns the providers for an address. Only its domain matters: known and unknown addresses give the same.
pub async fn methods(ports: &Ports, email: &Email) -> Result<Vec<OfferedProvider>> {
    let domain = email.domain();
    ports
        .audited(AccountTask::BeginProviderLogIn, None, async |passing| passing.accounts().offered(&domain).await)
        .await
}
