use super::{Person, PersonChanges, Profile};
use crate::access::{Action, Target};
use crate::{Caller, ClientId, Error, Expected, Page, PageRequest, PersonId, Ports, Result};

/// Creates a person, on no map yet.
///
/// # Errors
/// Only the general ones.
pub async fn create(ports: &Ports, caller: &Caller, client: ClientId, profile: Profile) -> Result<Person> {
    let mut work = ports.begin(caller, Action::CreatePerson).await?;
    work.on(Target::Client(client)).await?;
    if let Some(done) = work.replayed()? {
        return Ok(done);
    }
    let person = profile.at(work.new_id(), client, work.now());
    work.persons().add(&person).await?;
    work.commit(person).await
}

/// A page of the client's persons. A coach does not see those who are on private maps only.
///
/// # Errors
/// Only the general ones.
pub async fn list(ports: &Ports, caller: &Caller, client: ClientId, page: PageRequest) -> Result<Page<Person>> {
    let mut work = ports.begin(caller, Action::ListPersons).await?;
    let facts = work.on(Target::Client(client)).await?;
    let private_too = work.leave().sees_private(&facts);
    let persons = work.persons().list(client, private_too, page).await?;
    work.end(persons).await
}

/// One person.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn show(ports: &Ports, caller: &Caller, id: PersonId) -> Result<Person> {
    let mut work = ports.begin(caller, Action::ReadPerson).await?;
    work.on(Target::Person(id)).await?;
    let person = work.persons().get(id).await?.ok_or(Error::NotFound)?;
    work.end(person).await
}

/// Changes a person, on every map they are on.
///
/// # Errors
/// [`Error::Stale`].
pub async fn update(
    ports: &Ports,
    caller: &Caller,
    id: PersonId,
    expected: &Expected,
    changes: PersonChanges,
) -> Result<Person> {
    let mut work = ports.begin(caller, Action::UpdatePerson).await?;
    let facts = work.on(Target::Person(id)).await?;
    let now = work.now();
    work.maps().touch_of_persons(facts.client_id, &[id], now).await?;
    let person = work.persons().get(id).await?.ok_or(Error::NotFound)?;
    expected.check(person.version)?;
    let seen = person.version;
    let person = changes.apply(person, now);
    work.persons().update(&person, seen).await?;
    work.commit(person).await
}

/// Removes a person who is on no map.
///
/// # Errors
/// [`Error::Stale`]; [`crate::Conflict::PersonOnMap`].
pub async fn delete(ports: &Ports, caller: &Caller, id: PersonId, expected: &Expected) -> Result<()> {
    let mut work = ports.begin(caller, Action::DeletePerson).await?;
    work.on(Target::Person(id)).await?;
    let person = work.persons().get(id).await?.ok_or(Error::NotFound)?;
    expected.check(person.version)?;
    work.persons().remove(id, person.version).await?;
    work.commit(()).await
}
