use super::contact::previewed;
use super::{Contact, Person, PersonChanges, PersonOnMaps, PreviewedContact, Profile};
use crate::access::{Action, Resource};
use crate::{Caller, ClientId, Error, Expected, Page, PageRequest, PersonId, Ports, Result};

/// Creates a person, on no map.
pub async fn create(ports: &Ports, caller: &Caller, client: ClientId, profile: Profile) -> Result<Person> {
    let (mut work, client) = ports.begin_on(caller, Action::Create(Resource::Person), client).await?;
    if let Some(done) = work.stored_response()? {
        return Ok(done);
    }
    let person = profile.at(work.new_id(), client.id(), work.now());
    work.persons().add(&client, &person).await?;
    work.commit(person).await
}

/// Maximum number of persons with which contacts are compared.
const MAX_COMPARED: u64 = 5000;

/// Checks that the caller may preview contacts, before a large address book is received.
///
/// # Errors
/// As [`preview`].
pub async fn authorize_preview(ports: &Ports, caller: &Caller, client: ClientId) -> Result<()> {
    ports.check_early(caller, Action::PreviewContacts, client).await.map(drop)
}

/// Matches the contacts of an address book with the persons visible to the caller.
///
/// Stores nothing: the caller selects contacts and creates persons.
pub async fn preview(
    ports: &Ports,
    caller: &Caller,
    client: ClientId,
    contacts: Vec<Contact>,
) -> Result<Vec<PreviewedContact>> {
    let (mut work, client) = ports.begin_on(caller, Action::PreviewContacts, client).await?;
    let private_too = work.authorization().sees_private(&client);
    let persons = work.persons().latest(&client, private_too, MAX_COMPARED).await?;
    work.end(previewed(contacts, &persons)).await
}

/// Creates several persons, on no map, all or nothing.
pub async fn create_all(
    ports: &Ports,
    caller: &Caller,
    client: ClientId,
    profiles: Vec<Profile>,
) -> Result<Vec<Person>> {
    let (mut work, client) = ports.begin_on(caller, Action::Create(Resource::Person), client).await?;
    // Only the ids are stored; a repeated request returns the current persons.
    if let Some(ids) = work.stored_response::<Vec<PersonId>>()? {
        let private_too = work.authorization().sees_private(&client);
        let found = work.persons().named(&client, &ids).await?;
        let mut persons: Vec<_> =
            found.into_iter().filter(|(_, private)| private_too || !private).map(|(person, _)| person).collect();
        persons.sort_by_key(|person| person.id);
        return work.end(persons).await;
    }
    let now = work.now();
    let mut persons: Vec<_> = profiles.into_iter().map(|profile| profile.at(work.new_id(), client.id(), now)).collect();
    persons.sort_by_key(|person| person.id);
    work.persons().add_all(&client, &persons).await?;
    work.commit(persons.iter().map(|person| person.id).collect::<Vec<_>>()).await?;
    Ok(persons)
}

/// Returns a page of the client's persons, or of those on no map, with the maps they are on.
///
/// For a coach, private maps and persons on private maps only are excluded.
pub async fn list(
    ports: &Ports,
    caller: &Caller,
    client: ClientId,
    unused: bool,
    page: PageRequest,
) -> Result<Page<PersonOnMaps>> {
    let (mut work, client) = ports.begin_on(caller, Action::List(Resource::Person), client).await?;
    let private_too = work.authorization().sees_private(&client);
    let persons = work.persons().list(&client, private_too, unused, page).await?;
    let ids: Vec<_> = persons.items.iter().map(|person| person.id).collect();
    let placed = if unused { Vec::new() } else { work.persons().maps_of(&client, &ids, private_too).await? };
    let maps = |id| placed.iter().filter(|(person, _)| *person == id).map(|(_, map)| *map).collect();
    work.end(persons.map(|person| PersonOnMaps { maps: maps(person.id), person })).await
}

/// Returns one person.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn show(ports: &Ports, caller: &Caller, id: PersonId) -> Result<Person> {
    let (mut work, id) = ports.begin_on(caller, Action::Read(Resource::Person), id).await?;
    let person = work.persons().get(&id).await?.ok_or(Error::NotFound)?;
    work.end(person).await
}

/// Updates a person, on every map they are on.
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
    let (mut work, id) = ports.begin_on(caller, Action::Update(Resource::Person), id).await?;
    let now = work.now();
    let person = work.persons().get_and_bump_maps(&id, now).await?.ok_or(Error::NotFound)?;
    expected.check(person.version)?;
    let seen = person.version;
    let person = changes.apply(person, now);
    work.persons().update(&id, &person, seen).await?;
    work.commit(person).await
}

/// Deletes a person who is on no map.
///
/// # Errors
/// [`Error::Stale`]; [`crate::Conflict::PersonOnMap`].
pub async fn delete(ports: &Ports, caller: &Caller, id: PersonId, expected: &Expected) -> Result<()> {
    let (mut work, id) = ports.begin_on(caller, Action::Delete(Resource::Person), id).await?;
    let person = work.persons().get(&id).await?.ok_or(Error::NotFound)?;
    expected.check(person.version)?;
    work.persons().remove(&id, person.version).await?;
    work.commit(()).await
}
