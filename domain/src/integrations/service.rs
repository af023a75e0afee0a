use super::{Integration, IntegrationChanges, NewIntegration};
use crate::access::{Action, Resource};
use crate::{Caller, Error, Expected, IntegrationId, Page, PageRequest, Ports, Result};

/// Creates an integration, which has access from then on.
///
/// # Errors
/// [`Error::Invalid`]; [`Error::Forbidden`] for everyone except an administrator.
pub async fn create(ports: &Ports, caller: &Caller, new: NewIntegration) -> Result<Integration> {
    let mut work = ports.begin(caller, Action::Create(Resource::Integration)).await?;
    if let Some(done) = work.stored_response()? {
        return Ok(done);
    }
    let integration = new.at(work.new_id(), work.now())?;
    work.integrations().add(&integration).await?;
    work.commit(integration).await
}

/// Returns a page of the organisation's integrations.
pub async fn list(ports: &Ports, caller: &Caller, page: PageRequest) -> Result<Page<Integration>> {
    let mut work = ports.begin(caller, Action::List(Resource::Integration)).await?;
    let integrations = work.integrations().list(page).await?;
    work.end(integrations).await
}

/// Returns one integration.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn show(ports: &Ports, caller: &Caller, id: IntegrationId) -> Result<Integration> {
    let mut work = ports.begin(caller, Action::Read(Resource::Integration)).await?;
    let integration = work.integrations().get(id).await?.ok_or(Error::NotFound)?;
    work.end(integration).await
}

/// Changes an integration, effective on its next request.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Stale`]; [`Error::Invalid`].
pub async fn update(
    ports: &Ports,
    caller: &Caller,
    id: IntegrationId,
    expected: &Expected,
    changes: IntegrationChanges,
) -> Result<Integration> {
    let mut work = ports.begin(caller, Action::Update(Resource::Integration)).await?;
    let integration = work.integrations().get(id).await?.ok_or(Error::NotFound)?;
    expected.check(integration.version)?;
    let seen = integration.version;
    let integration = changes.apply(integration, work.now())?;
    work.integrations().update(&integration, seen).await?;
    work.commit(integration).await
}

/// Deletes an integration, which loses access at its next request. The consents given to it stay on record.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Stale`].
pub async fn delete(ports: &Ports, caller: &Caller, id: IntegrationId, expected: &Expected) -> Result<()> {
    let mut work = ports.begin(caller, Action::Delete(Resource::Integration)).await?;
    let integration = work.integrations().get(id).await?.ok_or(Error::NotFound)?;
    expected.check(integration.version)?;
    work.integrations().remove(id, integration.version).await?;
    work.commit(()).await
}
