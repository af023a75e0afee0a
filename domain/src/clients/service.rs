use super::{Client, ClientChanges, NewClient, Search};
use crate::access::{Action, Resource};
use crate::{Caller, ClientId, Conflict, Error, Expected, Page, PageRequest, Ports, Result, UnitOfWork, key_rotation};
use serde::{Deserialize, Serialize};

/// Maximum attempts of a conditional create that loses a race.
const RETRIES: usize = 3;

/// What to do if a client with one of the external identifiers exists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum IfExists {
    /// Fail with a conflict.
    #[default]
    Refuse,
    /// Return the existing client, unchanged.
    Return,
}

/// The outcome of a conditional create.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Outcome {
    /// A client was created.
    Created(Client),
    /// The client already existed.
    Existing(Client),
}

/// Creates a client, or returns the one with the same external identifier if `if_exists` says so.
///
/// # Errors
/// [`Conflict::ExternalIdentifierTaken`]; [`Conflict::ClientDiffers`]; [`Error::Invalid`].
pub async fn create(ports: &Ports, caller: &Caller, new: NewClient, if_exists: IfExists) -> Result<Outcome> {
    let mut attempt = try_create(ports, caller, new.clone(), if_exists).await;
    // Of concurrent attempts, the constraint lets one succeed; the others find its client in the next iteration.
    for _ in 0..RETRIES {
        let lost_race = matches!(attempt, Err(Error::Conflict(Conflict::ExternalIdentifierTaken)));
        if !(lost_race && if_exists == IfExists::Return) {
            break;
        }
        attempt = try_create(ports, caller, new.clone(), if_exists).await;
    }
    attempt
}

async fn try_create(ports: &Ports, caller: &Caller, new: NewClient, if_exists: IfExists) -> Result<Outcome> {
    let mut work = ports.begin(caller, Action::Create(Resource::Client)).await?;
    if let Some(done) = work.stored_response()? {
        return Ok(done);
    }
    if if_exists == IfExists::Return
        && let Some(existing) = existing(&mut work, &new).await?
    {
        return work.commit(Outcome::Existing(existing)).await;
    }
    let client = new.at(work.new_id(), work.now(), work.today())?;
    work.about(client.id);
    work.clients().add(&client).await?;
    work.commit(Outcome::Created(client)).await
}

/// Finds the client with one of the external identifiers.
///
/// # Errors
/// [`Conflict::ClientDiffers`] if it cannot be the same client, or the identifiers belong to several clients.
async fn existing(work: &mut UnitOfWork, new: &NewClient) -> Result<Option<Client>> {
    let found = work.clients().find_by_identifiers(&new.external_identifiers).await?;
    match <[Client; 1]>::try_from(found) {
        Ok([client]) if new.fits(&client) => Ok(Some(client)),
        Err(none) if none.is_empty() => Ok(None),
        Ok(_) | Err(_) => Err(Error::Conflict(Conflict::ClientDiffers)),
    }
}

/// Returns a page of the clients visible to the caller.
pub async fn list(ports: &Ports, caller: &Caller, page: PageRequest) -> Result<Page<Client>> {
    let mut work = ports.begin(caller, Action::List(Resource::Client)).await?;
    let (visibility, now) = (work.authorization().visibility(), work.now());
    let clients = work.clients().list(visibility, now, &Search::default(), page).await?;
    work.end(clients).await
}

/// Returns a page of the clients visible to the caller that match the search.
pub async fn search(ports: &Ports, caller: &Caller, search: Search, page: PageRequest) -> Result<Page<Client>> {
    let mut work = ports.begin(caller, Action::SearchClients).await?;
    let (visibility, now) = (work.authorization().visibility(), work.now());
    let clients = work.clients().list(visibility, now, &search, page).await?;
    work.end(clients).await
}

/// Returns one client.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn show(ports: &Ports, caller: &Caller, id: ClientId) -> Result<Client> {
    let (mut work, id) = ports.begin_on(caller, Action::Read(Resource::Client), id).await?;
    let client = work.clients().get(&id).await?.ok_or(Error::NotFound)?;
    work.end(client).await
}

/// Updates a client's administrative data.
///
/// # Errors
/// [`Error::ForbiddenMembers`] for everyone except an administrator or an integration, for members that establish the client's
/// identity; [`Error::Stale`]; [`Conflict::ExternalIdentifierTaken`]; [`Error::Invalid`].
pub async fn update(
    ports: &Ports,
    caller: &Caller,
    id: ClientId,
    expected: &Expected,
    changes: ClientChanges,
) -> Result<Client> {
    let (mut work, id) = ports.begin_on(caller, Action::Update(Resource::Client), id).await?;
    let identity = changes.identity();
    if !identity.is_empty() && work.authorization().also(Action::UpdateClientIdentity, &id).is_err() {
        return Err(work.refuse(Error::ForbiddenMembers(identity)));
    }
    let client = work.clients().get(&id).await?.ok_or(Error::NotFound)?;
    expected.check(client.version)?;
    let seen = client.version;
    let client = changes.apply(client, work.now(), work.today())?;
    work.clients().update(&id, &client, seen).await?;
    work.commit(client).await
}

/// Deletes a client who has nothing but administrative data, and the membership of their log-in if it has no other role.
///
/// # Errors
/// [`Error::Stale`]; [`Conflict::ClientHasRecord`]; [`Conflict::Held`].
pub async fn delete(ports: &Ports, caller: &Caller, id: ClientId, expected: &Expected) -> Result<()> {
    let (mut work, id) = ports.begin_on(caller, Action::Delete(Resource::Client), id).await?;
    let client = work.clients().get(&id).await?.ok_or(Error::NotFound)?;
    expected.check(client.version)?;
    let now = work.now();
    // Counting locks the client: no hold is placed from here on.
    let counts = work.erasures().count(&id).await?;
    if work.legal_holds().is_held(&id, now).await? {
        return Err(Error::Conflict(Conflict::Held));
    }
    if !counts.is_administrative() {
        return Err(Error::Conflict(Conflict::ClientHasRecord));
    }
    work.clients().remove(&id, client.version).await?;
    let organisation = work.authorization().scope().organisation();
    let rotation = key_rotation::after_erasure(work.new_id(), organisation, now);
    work.jobs().enqueue(&rotation).await?;
    if let Some(user) = client.user_id {
        work.members().end_client_role(user, now).await?;
    }
    work.commit(()).await
}
