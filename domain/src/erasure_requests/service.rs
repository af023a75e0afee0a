use super::{ErasureRequest, NewRefusal, Refusal};
use crate::access::{Action, Resource};
use crate::consents::Manner;
use crate::erasures::Cause;
use crate::jobs::JobKind;
use crate::mail::tell_client;
use crate::{Caller, ClientId, Conflict, ErasureRequestId, Error, NewRequest, Page, PageRequest, Ports, Result};

/// Records a client's request for erasure; a job erases the record after the waiting time of the organisation.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::LogInUnconfirmed`]; [`Error::ForbiddenMembers`]; [`Error::Invalid`];
/// [`Conflict::ErasureWaiting`]; [`Conflict::Held`].
pub async fn create(ports: &Ports, caller: &Caller, client: ClientId, new: NewRequest) -> Result<ErasureRequest> {
    let (mut work, client) = ports.begin_on(caller, Action::Create(Resource::ErasureRequest), client).await?;
    if let Some(done) = work.stored_response()? {
        return Ok(done);
    }
    let recorded = new.record(&mut work, client.attributes())?;
    let now = work.now();
    if work.legal_holds().is_held(&client, now).await? {
        return Err(Error::Conflict(Conflict::Held));
    }
    let waiting = work.organisation().get().await?.erasure_waiting_time();
    let request = ErasureRequest::new(work.new_id(), client.id(), Cause::Request(recorded), now + waiting);
    work.erasure_requests().add(&client, &request).await?;
    let organisation = work.authorization().scope().organisation();
    let job = ErasureRequest::job(request.id, work.new_id(), organisation, request.erases_at);
    work.jobs().enqueue(&job).await?;
    tell_client(ports, &mut work, client.attributes(), JobKind::MailErasureRecorded).await?;
    work.commit(request).await
}

/// Returns a page of a client's requests for erasure, with those that were withdrawn or refused.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn list(ports: &Ports, caller: &Caller, client: ClientId, page: PageRequest) -> Result<Page<ErasureRequest>> {
    let (mut work, client) = ports.begin_on(caller, Action::List(Resource::ErasureRequest), client).await?;
    let requests = work.erasure_requests().list(&client, page).await?;
    work.end(requests).await
}

/// Returns one request for erasure.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn show(ports: &Ports, caller: &Caller, id: ErasureRequestId) -> Result<ErasureRequest> {
    let (mut work, id) = ports.begin_on(caller, Action::Read(Resource::ErasureRequest), id).await?;
    let request = work.erasure_requests().get(&id).await?.ok_or(Error::NotFound)?;
    work.end(request).await
}

/// Withdraws a request for erasure. Withdrawing it again has no effect.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::LogInUnconfirmed`]; [`Error::Forbidden`] for others than the client, if the client asked with their
/// own log-in; [`Conflict::ErasureRequestOver`] if it was refused.
pub async fn withdraw(ports: &Ports, caller: &Caller, id: ErasureRequestId) -> Result<ErasureRequest> {
    let (mut work, id) = ports.begin_on(caller, Action::Update(Resource::ErasureRequest), id).await?;
    if let Some(done) = work.stored_response()? {
        return Ok(done);
    }
    let mut request = work.erasure_requests().get(&id).await?.ok_or(Error::NotFound)?;
    // What a client asked for is refused on a ground of the law, or withdrawn by the client.
    let asked = request.cause.request().filter(|asked| asked.manner == Manner::OwnLogIn);
    if asked.is_some_and(|asked| asked.recorded_by.id != work.user()) {
        return Err(work.refuse(Error::Forbidden));
    }
    if request.refusal.is_some() {
        return Err(Error::Conflict(Conflict::ErasureRequestOver));
    }
    if request.withdrawn_at.is_none() {
        request.withdrawn_at = Some(work.now());
        request.withdrawn_by = Some(work.named_user());
        work.erasure_requests().withdraw(&id, &request).await?;
    }
    work.commit(request).await
}

/// Refuses a request for erasure, with a reason that the client reads.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Forbidden`] for the client; [`Conflict::ErasureRequestOver`] if it does not wait.
pub async fn refuse(ports: &Ports, caller: &Caller, id: ErasureRequestId, new: NewRefusal) -> Result<ErasureRequest> {
    let (mut work, id) = ports.begin_on(caller, Action::RefuseErasure, id).await?;
    if let Some(done) = work.stored_response()? {
        return Ok(done);
    }
    let mut request = work.erasure_requests().get(&id).await?.ok_or(Error::NotFound)?;
    if !request.is_waiting() {
        return Err(Error::Conflict(Conflict::ErasureRequestOver));
    }
    let NewRefusal { ground, explanation } = new;
    request.refusal = Some(Refusal { ground, explanation, refused_by: work.named_user(), refused_at: work.now() });
    work.erasure_requests().refuse(&id, &request).await?;
    tell_client(ports, &mut work, id.attributes(), JobKind::MailErasureRefused).await?;
    work.commit(request).await
}
