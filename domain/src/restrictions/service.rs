use super::Restriction;
use crate::access::{Action, Resource};
use crate::jobs::JobKind;
use crate::mail::tell_client;
use crate::{Caller, ClientId, Error, NewRequest, Page, PageRequest, Ports, RestrictionId, Result};

/// Restricts a client's record, effective on the next request of everyone else.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::LogInUnconfirmed`]; [`Error::ForbiddenMembers`]; [`Error::Invalid`];
/// [`crate::Conflict::AlreadyRestricted`].
pub async fn create(ports: &Ports, caller: &Caller, client: ClientId, new: NewRequest) -> Result<Restriction> {
    let (mut work, client) = ports.begin_on(caller, Action::Create(Resource::Restriction), client).await?;
    if let Some(done) = work.stored_response()? {
        return Ok(done);
    }
    let request = new.record(&mut work, client.attributes())?;
    let restriction = Restriction { id: work.new_id(), client_id: client.id(), request, lifting: None };
    work.restrictions().add(&client, &restriction).await?;
    tell_client(ports, &mut work, client.attributes(), JobKind::MailRecordRestricted).await?;
    work.commit(restriction).await
}

/// Returns a page of a client's restrictions, with the lifted ones.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn list(ports: &Ports, caller: &Caller, client: ClientId, page: PageRequest) -> Result<Page<Restriction>> {
    let (mut work, client) = ports.begin_on(caller, Action::List(Resource::Restriction), client).await?;
    let restrictions = work.restrictions().list(&client, page).await?;
    work.end(restrictions).await
}

/// Returns one restriction.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn show(ports: &Ports, caller: &Caller, id: RestrictionId) -> Result<Restriction> {
    let (mut work, id) = ports.begin_on(caller, Action::Read(Resource::Restriction), id).await?;
    let restriction = work.restrictions().get(&id).await?.ok_or(Error::NotFound)?;
    work.end(restriction).await
}

/// Lifts a restriction. Lifting it again has no effect.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::LogInUnconfirmed`]; [`Error::ForbiddenMembers`]; [`Error::Invalid`].
pub async fn lift(ports: &Ports, caller: &Caller, id: RestrictionId, new: NewRequest) -> Result<Restriction> {
    let (mut work, id) = ports.begin_on(caller, Action::Update(Resource::Restriction), id).await?;
    if let Some(done) = work.stored_response()? {
        return Ok(done);
    }
    let request = new.record(&mut work, id.attributes())?;
    let mut restriction = work.restrictions().get(&id).await?.ok_or(Error::NotFound)?;
    if restriction.lifting.is_none() {
        restriction.lifting = Some(request);
        work.restrictions().lift(&id, &restriction).await?;
        tell_client(ports, &mut work, id.attributes(), JobKind::MailRestrictionLifted).await?;
    }
    work.commit(restriction).await
}
