use super::{IdentityProvider, IdentityProviderChanges, MAX_IDENTITY_PROVIDERS, NewIdentityProvider};
use crate::access::{Action, Resource};
use crate::{
    Caller, Conflict, Error, Expected, IdentityProviderId, Page, PageRequest, Ports, Result, Secret, identities,
};

/// Creates an identity provider, with which users can log in from then on.
///
/// # Errors
/// [`Conflict::TooManyIdentityProviders`]; [`Error::Forbidden`] for everyone except an administrator; [`Error::Invalid`]
/// without a client secret, or with one and a private key.
pub async fn create(ports: &Ports, caller: &Caller, new: NewIdentityProvider) -> Result<IdentityProvider> {
    let mut work = ports.begin(caller, Action::Create(Resource::IdentityProvider)).await?;
    if let Some(done) = work.stored_response()? {
        return Ok(done);
    }
    if work.identity_providers().count().await? >= MAX_IDENTITY_PROVIDERS {
        return Err(Error::Conflict(Conflict::TooManyIdentityProviders));
    }
    let (provider, credential) = new.at(work.new_id(), ports.secrets.as_ref(), work.now())?;
    let credential = encrypted(ports, provider.id, &credential)?;
    work.identity_providers().add(&provider, credential).await?;
    work.commit(provider).await
}

/// Only for this provider: another row's id does not decrypt it.
fn encrypted(ports: &Ports, id: IdentityProviderId, credential: &Secret) -> Result<Vec<u8>> {
    ports.cipher.encrypt(id.0.as_bytes(), credential.expose().as_bytes())
}

/// Returns a page of the organisation's identity providers.
pub async fn list(ports: &Ports, caller: &Caller, page: PageRequest) -> Result<Page<IdentityProvider>> {
    let mut work = ports.begin(caller, Action::List(Resource::IdentityProvider)).await?;
    let providers = work.identity_providers().list(page).await?;
    work.end(providers).await
}

/// Returns one identity provider.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn show(ports: &Ports, caller: &Caller, id: IdentityProviderId) -> Result<IdentityProvider> {
    let mut work = ports.begin(caller, Action::Read(Resource::IdentityProvider)).await?;
    let provider = work.identity_providers().get(id).await?.ok_or(Error::NotFound)?;
    work.end(provider).await
}

/// Changes an identity provider. If it is disabled, or no longer trusted with a second factor, its sessions end.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Stale`]; [`Error::Invalid`], as [`create`].
pub async fn update(
    ports: &Ports,
    caller: &Caller,
    id: IdentityProviderId,
    expected: &Expected,
    changes: IdentityProviderChanges,
) -> Result<IdentityProvider> {
    let mut work = ports.begin(caller, Action::Update(Resource::IdentityProvider)).await?;
    let before = work.identity_providers().get(id).await?.ok_or(Error::NotFound)?;
    expected.check(before.version)?;
    let now = work.now();
    let (provider, credential) = changes.apply(before.clone(), ports.secrets.as_ref(), now)?;
    let credential = credential.map(|credential| encrypted(ports, id, &credential)).transpose()?;
    work.identity_providers().update(&provider, credential, before.version).await?;
    if provider.trusts_less_than(&before) {
        // After the change, which waits for log-ins that are under way.
        work.identity_providers().end_sessions(id, now).await?;
    }
    work.commit(provider).await
}

/// Deletes an identity provider with the identities at it, and ends its sessions.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Stale`].
pub async fn delete(ports: &Ports, caller: &Caller, id: IdentityProviderId, expected: &Expected) -> Result<()> {
    let mut work = ports.begin(caller, Action::Delete(Resource::IdentityProvider)).await?;
    let before = work.identity_providers().get(id).await?.ok_or(Error::NotFound)?;
    expected.check(before.version)?;
    let now = work.now();
    let disable = IdentityProviderChanges { enabled: Some(false), ..IdentityProviderChanges::default() };
    let (disabled, _) = disable.apply(before.clone(), ports.secrets.as_ref(), now)?;
    work.identity_providers().update(&disabled, None, before.version).await?;
    work.identity_providers().end_sessions(id, now).await?;
    let users = work.identities().users_at(id).await?;
    work.identity_providers().remove(id, disabled.version).await?;
    identities::tell_removed(ports, &mut work, &users).await?;
    work.commit(()).await
}
