use super::{Client, ClientChanges, NewClient, Search};
use crate::access::{Action, Target};
use crate::{Caller, ClientId, Error, Expected, Page, PageRequest, Ports, Result};
use serde::{Deserialize, Serialize};

/// What to do when a client with one of the external identifiers exists already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum IfExists {
    /// Refuse.
    #[default]
    Refuse,
    /// Give that client back, unchanged.
    Return,
}

/// What came of a conditional create.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Outcome {
    /// A new client.
    Created(Client),
    /// The client that was there.
    Existing(Client),
}

/// Creates a client, or gives back the one with the same external identifier if the caller asked for that.
///
/// # Errors
/// [`crate::Conflict::ExternalIdentifierTaken`]; [`Error::Invalid`].
pub async fn create(ports: &Ports, caller: &Caller, new: NewClient, if_exists: IfExists) -> Result<Outcome> {
    let mut work = ports.begin(caller, Action::CreateClient).await?;
    if let Some(done) = work.replayed()? {
        return Ok(done);
    }
    if if_exists == IfExists::Return
        && let Some(existing) = work.clients().find_by_identifier(&new.external_identifiers).await?
    {
        return work.commit(Outcome::Existing(existing)).await;
    }
    let client = new.at(work.new_id(), work.now())?;
    work.clients().add(&client).await?;
    work.commit(Outcome::Created(client)).await
}

/// A page of the clients the caller may see.
///
/// # Errors
/// Only the general ones.
pub async fn list(ports: &Ports, caller: &Caller, page: PageRequest) -> Result<Page<Client>> {
    let mut work = ports.begin(caller, Action::ListClients).await?;
    let (reach, now) = (work.leave().reach(), work.now());
    let clients = work.clients().list(reach, now, &Search::default(), page).await?;
    work.end(clients).await
}

/// A page of the clients the caller may see and that match.
///
/// # Errors
/// Only the general ones.
pub async fn search(ports: &Ports, caller: &Caller, search: Search, page: PageRequest) -> Result<Page<Client>> {
    let mut work = ports.begin(caller, Action::SearchClients).await?;
    let (reach, now) = (work.leave().reach(), work.now());
    let clients = work.clients().list(reach, now, &search, page).await?;
    work.end(clients).await
}

/// One client.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn show(ports: &Ports, caller: &Caller, id: ClientId) -> Result<Client> {
    let mut work = ports.begin(caller, Action::ReadClient).await?;
    work.on(Target::Client(id)).await?;
    let client = work.clients().get(id).await?.ok_or(Error::NotFound)?;
    work.end(client).await
}

/// Changes a client's administrative data.
///
/// # Errors
/// [`Error::Stale`]; [`crate::Conflict::ExternalIdentifierTaken`]; [`Error::Invalid`].
pub async fn update(
    ports: &Ports,
    caller: &Caller,
    id: ClientId,
    expected: &Expected,
    changes: ClientChanges,
) -> Result<Client> {
    let mut work = ports.begin(caller, Action::UpdateClient).await?;
    work.on(Target::Client(id)).await?;
    let client = work.clients().get(id).await?.ok_or(Error::NotFound)?;
    expected.check(client.version)?;
    let seen = client.version;
    let client = changes.apply(client, work.now())?;
    work.clients().update(&client, seen).await?;
    work.commit(client).await
}

/// Removes a client and everything that is theirs.
///
/// # Errors
/// [`Error::Stale`].
pub async fn delete(ports: &Ports, caller: &Caller, id: ClientId, expected: &Expected) -> Result<()> {
    let mut work = ports.begin(caller, Action::DeleteClient).await?;
    work.on(Target::Client(id)).await?;
    let client = work.clients().get(id).await?.ok_or(Error::NotFound)?;
    expected.check(client.version)?;
    work.clients().remove(id).await?;
    work.commit(()).await
}
