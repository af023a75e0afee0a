use super::{IntegrationToken, IssuedToken, NewToken};
use crate::access::{Action, Resource};
use crate::audit::AccountTask;
use crate::{Caller, Error, IntegrationId, IntegrationTokenId, Ports, Result, Secret};

/// Creates a token for an integration.
///
/// # Errors
/// [`Error::NotFound`] without such an integration; [`Error::Invalid`]; [`crate::Conflict::TooManyTokens`].
pub async fn create(ports: &Ports, caller: &Caller, new: NewToken) -> Result<IssuedToken> {
    let mut work = ports.begin(caller, Action::Create(Resource::IntegrationToken)).await?;
    if let Some(done) = work.stored_response()? {
        return Ok(done);
    }
    work.integrations().get(new.integration_id).await?.ok_or(Error::NotFound)?;
    let token = new.at(work.new_id(), work.now())?;
    let secret = ports.secrets.fresh()?;
    work.integration_tokens().add(&token, ports.secrets.digest(&secret)).await?;
    work.commit(IssuedToken { token, secret }).await
}

/// Returns the tokens of an integration, without their secrets.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn list(ports: &Ports, caller: &Caller, of: IntegrationId) -> Result<Vec<IntegrationToken>> {
    let mut work = ports.begin(caller, Action::List(Resource::IntegrationToken)).await?;
    work.integrations().get(of).await?.ok_or(Error::NotFound)?;
    let tokens = work.integration_tokens().list(of).await?;
    work.end(tokens).await
}

/// Deletes a token, which is refused from the next request.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn delete(ports: &Ports, caller: &Caller, id: IntegrationTokenId) -> Result<()> {
    let mut work = ports.begin(caller, Action::Delete(Resource::IntegrationToken)).await?;
    work.integration_tokens().remove(id).await?;
    work.commit(()).await
}

/// The caller who presents the secret of a token: its integration.
///
/// Reads the token anew at each request. The unit of work then reads whether the integration is enabled, and its scopes.
///
/// # Errors
/// [`Error::Unauthenticated`].
pub async fn authenticate(ports: &Ports, secret: &Secret) -> Result<Caller> {
    let (digest, now) = (ports.secrets.digest(secret), ports.clock.now());
    ports
        .audited(AccountTask::PresentToken, None, async |audited| {
            let found = audited.accounts().holder_of(digest, now).await?;
            let (organisation, integration) = found.ok_or(Error::Unauthenticated)?;
            audited.by_integration(integration, organisation);
            Ok(Caller::integration(integration))
        })
        .await
}
