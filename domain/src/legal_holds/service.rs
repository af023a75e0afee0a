use super::{LegalHold, NewLegalHold};
use crate::access::{Action, Resource};
use crate::erasure_requests::ErasureRequest;
use crate::{Caller, ClientId, Error, LegalHoldId, Page, PageRequest, Ports, Result};

/// Places a legal hold on a client's record. It also postpones an erasure that waits.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Forbidden`] for everyone except an administrator; [`Error::Invalid`].
pub async fn place(ports: &Ports, caller: &Caller, client: ClientId, new: NewLegalHold) -> Result<LegalHold> {
    let (mut work, client) = ports.begin_on(caller, Action::Create(Resource::LegalHold), client).await?;
    if let Some(done) = work.stored_response()? {
        return Ok(done);
    }
    let hold = new.at(work.new_id(), client.id(), work.named_user(), work.now())?;
    work.legal_holds().add(&client, &hold).await?;
    work.commit(hold).await
}

/// Returns a page of a client's legal holds, with those that are over.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn list(ports: &Ports, caller: &Caller, client: ClientId, page: PageRequest) -> Result<Page<LegalHold>> {
    let (mut work, client) = ports.begin_on(caller, Action::List(Resource::LegalHold), client).await?;
    let holds = work.legal_holds().list(&client, page).await?;
    work.end(holds).await
}

/// Returns one legal hold.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn show(ports: &Ports, caller: &Caller, id: LegalHoldId) -> Result<LegalHold> {
    let (mut work, id) = ports.begin_on(caller, Action::Read(Resource::LegalHold), id).await?;
    let hold = work.legal_holds().get(&id).await?.ok_or(Error::NotFound)?;
    work.end(hold).await
}

/// Releases a legal hold; an erasure that waited for it follows. Releasing it again has no effect.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Forbidden`] for everyone except an administrator.
pub async fn release(ports: &Ports, caller: &Caller, id: LegalHoldId) -> Result<LegalHold> {
    let (mut work, id) = ports.begin_on(caller, Action::Update(Resource::LegalHold), id).await?;
    if let Some(done) = work.stored_response()? {
        return Ok(done);
    }
    let mut hold = work.legal_holds().get(&id).await?.ok_or(Error::NotFound)?;
    if hold.released_at.is_none() {
        let now = work.now();
        hold.released_at = Some(now);
        hold.released_by = Some(work.named_user());
        work.legal_holds().release(&id, &hold).await?;
        if let Some((request, erases_at)) = work.erasure_requests().waiting(&id.client()).await? {
            let organisation = work.authorization().scope().organisation();
            let job = ErasureRequest::job(request, work.new_id(), organisation, erases_at.max(now));
            work.jobs().enqueue(&job).await?;
        }
    }
    work.commit(hold).await
}
