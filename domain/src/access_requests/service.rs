use super::AccessRequest;
use crate::access::{Action, Attributes, Resource};
use crate::{AccessRequestId, Caller, ClientId, Conflict, Error, NewRequest, Page, PageRequest, Ports, Result};

/// Records that a client asked for access, so that the record and its access log can be printed for them.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Forbidden`] for the client; [`Error::Invalid`]; [`Conflict::ClientHasOwnAccess`].
pub async fn create(ports: &Ports, caller: &Caller, client: ClientId, new: NewRequest) -> Result<AccessRequest> {
    let (mut work, client) = ports.begin_on(caller, Action::Create(Resource::AccessRequest), client).await?;
    if let Some(done) = work.stored_response()? {
        return Ok(done);
    }
    without_own_access(client.attributes())?;
    let request = new.record(&mut work, client.attributes())?;
    let request = AccessRequest { id: work.new_id(), client_id: client.id(), request };
    work.access_requests().add(&client, &request).await?;
    work.commit(request).await
}

/// Returns a page of a client's requests for access.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn list(ports: &Ports, caller: &Caller, client: ClientId, page: PageRequest) -> Result<Page<AccessRequest>> {
    let (mut work, client) = ports.begin_on(caller, Action::List(Resource::AccessRequest), client).await?;
    let requests = work.access_requests().list(&client, page).await?;
    work.end(requests).await
}

/// Returns one request for access.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn show(ports: &Ports, caller: &Caller, id: AccessRequestId) -> Result<AccessRequest> {
    let (mut work, id) = ports.begin_on(caller, Action::Read(Resource::AccessRequest), id).await?;
    let request = work.access_requests().get(&id).await?.ok_or(Error::NotFound)?;
    work.end(request).await
}

/// Refuses what is only for a client without a confirmed log-in: any other reads the record and its log themselves.
///
/// # Errors
/// [`Conflict::ClientHasOwnAccess`].
pub(super) fn without_own_access(client: &Attributes) -> Result<()> {
    if client.user_id.is_some() && client.confirmed {
        return Err(Error::Conflict(Conflict::ClientHasOwnAccess));
    }
    Ok(())
}
