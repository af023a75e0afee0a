use super::ClientCredential;
use crate::audit::{AccountTask, AuditedAccounts};
use crate::identity_providers::ClientAuthentication;
use crate::{Error, IdentityProviderId, Ports, Result, Secret};

/// Returns the private key with which this service authenticates at a provider, to show its public part.
///
/// # Errors
/// [`Error::NotFound`] without such an enabled provider, and for one with a client secret.
pub async fn client_key(ports: &Ports, id: IdentityProviderId) -> Result<Secret> {
    let read = async |passing: &mut AuditedAccounts| {
        let stored = passing.accounts().provider(id).await?;
        let with_key = |way: ClientAuthentication| way == ClientAuthentication::PrivateKey;
        let stored = stored.filter(|stored| with_key(stored.provider.client_authentication)).ok_or(Error::NotFound)?;
        match stored.credential(ports.cipher.as_ref())? {
            ClientCredential::PrivateKey(key) => Ok(key),
            ClientCredential::Secret(_) => Err(Error::NotFound),
        }
    };
    ports.audited(AccountTask::ShowClientKeys, None, read).await
}
