use super::{Content, Existing, Map, MapChanges, NewMap, Revision, WholeMap};
use crate::access::{Action, Granted, Resource};
use crate::supporters::known_types;
use crate::{
    Caller, ClientId, Conflict, Error, Expected, ExpectedPart, MapId, Page, PageRequest, Ports, Result, UnitOfWork,
};

/// Creates an empty map.
///
/// # Errors
/// [`crate::Error::Forbidden`] if a coach makes it private.
pub async fn create(ports: &Ports, caller: &Caller, client: ClientId, new: NewMap) -> Result<Map> {
    let (mut work, client) = ports.begin_on(caller, Action::Create(Resource::Map), client).await?;
    if new.private {
        work.authorization().also(Action::SetMapPrivacy, &client)?;
    }
    if let Some(done) = work.stored_response()? {
        return Ok(done);
    }
    let map = new.at(work.new_id(), client.id(), work.now());
    work.maps().add(&client, &map).await?;
    work.commit(map).await
}

/// Returns a page of the client's maps, without their contents. A coach does not see private ones.
pub async fn list(ports: &Ports, caller: &Caller, client: ClientId, page: PageRequest) -> Result<Page<Map>> {
    let (mut work, client) = ports.begin_on(caller, Action::List(Resource::Map), client).await?;
    let private_too = work.authorization().sees_private(&client);
    let maps = work.maps().list(&client, private_too, page).await?;
    work.end(maps).await
}

/// Returns a map with everything on it, or `None` if its revision is still `known`.
///
/// # Errors
/// [`crate::Error::NotFound`].
pub async fn show(ports: &Ports, caller: &Caller, id: MapId, known: Option<Revision>) -> Result<Option<WholeMap>> {
    let (mut work, id) = ports.begin_on(caller, Action::Read(Resource::Map), id).await?;
    let whole = if known.is_some() && id.revision() == known { None } else { Some(work.maps().whole(&id).await?) };
    work.end(whole).await
}

/// Updates the map itself.
///
/// # Errors
/// [`crate::Error::StalePart`]; [`crate::Error::Forbidden`] if a coach changes its privacy.
pub async fn update(
    ports: &Ports,
    caller: &Caller,
    id: MapId,
    expected: &ExpectedPart,
    changes: MapChanges,
) -> Result<WholeMap> {
    let (mut work, id) = ports.begin_on(caller, Action::Update(Resource::Map), id).await?;
    // Locks the map, so that the comparison holds for the update.
    work.cards().lock_map(&id).await?;
    let mut whole = work.maps().whole(&id).await?;
    if changes.private.is_some() {
        work.authorization().also(Action::SetMapPrivacy, &id)?;
    }
    let seen = whole.map.version;
    expected.check(whole.map.head_version, seen)?;
    changes.apply(&mut whole.map, work.now());
    work.maps().update(&id, &whole.map, seen).await?;
    work.commit(whole).await
}

/// Checks that the caller may replace the content of this map, before a large body is received.
///
/// # Errors
/// As [`replace_content`], for what does not depend on the content.
pub async fn authorize_content(ports: &Ports, caller: &Caller, id: MapId) -> Result<()> {
    ports.check_early(caller, Action::ReplaceMapContent, id).await.map(drop)
}

/// Replaces everything on a map; items absent from the content are removed.
///
/// # Errors
/// [`Error::Stale`]; [`Error::Invalid`]; [`Error::UnknownReference`]; [`Conflict::IdTaken`].
pub async fn replace_content(
    ports: &Ports,
    caller: &Caller,
    id: MapId,
    expected: &Expected,
    content: Content,
) -> Result<WholeMap> {
    let (mut work, id) = ports.begin_on(caller, Action::ReplaceMapContent, id).await?;
    // Increments the version first, which locks the map.
    let now = work.now();
    work.maps().bump_version(&id, now).await?;
    let whole = work.maps().whole(&id).await?;
    expected.check(whole.map.version - 1)?;
    known_types(&mut work, content.support_types()).await?;
    let existing = existing(&mut work, &id, &content, &whole).await?;
    let change = content.onto(&whole, &existing, now)?;
    let renamed: Vec<_> = change.persons.changed.iter().map(|person| person.id).collect();
    if !renamed.is_empty() {
        work.maps().bump_versions_of_persons(&id.client(), &renamed, now).await?;
    }
    work.maps().replace_content(&id, &change).await?;
    let whole = work.maps().whole(&id).await?;
    work.commit(whole).await
}

/// Reads the stored data to which the content refers.
///
/// The id of a person the caller may not see counts as taken.
async fn existing(
    work: &mut UnitOfWork,
    map: &Granted<MapId>,
    content: &Content,
    whole: &WholeMap,
) -> Result<Existing> {
    let private_too = work.authorization().sees_private(map);
    let new = content.new_ids(whole);
    let (found, mut taken) = work.maps().existing(map, &content.person_ids(), &new).await?;
    let (visible, hidden): (Vec<_>, Vec<_>) = found.into_iter().partition(|(_, private)| private_too || !private);
    taken.persons.extend(hidden.into_iter().map(|(person, _)| person.id.0));
    let persons = visible.into_iter().map(|(person, _)| (person.id, person)).collect();
    Ok(Existing { persons, taken })
}

/// Deletes a map with everything on it, including cards; persons stay.
///
/// # Errors
/// [`crate::Error::Stale`]; [`Conflict::MapHasCards`] and [`Conflict::MapHasReflections`] for everyone except the
/// client.
pub async fn delete(ports: &Ports, caller: &Caller, id: MapId, expected: &Expected) -> Result<()> {
    let (mut work, id) = ports.begin_on(caller, Action::Delete(Resource::Map), id).await?;
    // Locks the map against new cards and reflections.
    work.cards().lock_map(&id).await?;
    let whole = work.maps().whole(&id).await?;
    expected.check(whole.map.version)?;
    if work.authorization().also(Action::DiscardClientWords, &id).is_err() {
        if work.cards().any_of(&id).await? {
            return Err(Error::Conflict(Conflict::MapHasCards));
        }
        if work.reflections().any_of(&id).await? {
            return Err(Error::Conflict(Conflict::MapHasReflections));
        }
    }
    work.maps().remove(&id, whole.map.version).await?;
    work.commit(()).await
}
