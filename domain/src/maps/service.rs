use super::{Content, Map, MapChanges, NewMap, Revision, Shown, WholeMap};
use crate::access::{Action, Target};
use crate::persons::Person;
use crate::supporters::known_types;
use crate::{Caller, ClientId, Conflict, Error, Expected, MapId, Page, PageRequest, PersonId, Ports, Result, Work};
use std::collections::{HashMap, HashSet};

/// Creates a map with nothing on it.
///
/// # Errors
/// [`crate::Error::Forbidden`] to a coach who would make it private.
pub async fn create(ports: &Ports, caller: &Caller, client: ClientId, new: NewMap) -> Result<Map> {
    let (mut work, facts) = ports.begin_on(caller, Action::CreateMap, Target::Client(client)).await?;
    if new.private {
        work.leave().may(Action::SetMapPrivacy, Some(facts))?;
    }
    if let Some(done) = work.replayed()? {
        return Ok(done);
    }
    let map = new.at(work.new_id(), client, work.now());
    work.maps().add(&map).await?;
    work.commit(map).await
}

/// A page of the client's maps, without what is on them. A coach does not see the private ones.
///
/// # Errors
/// Only the general ones.
pub async fn list(ports: &Ports, caller: &Caller, client: ClientId, page: PageRequest) -> Result<Page<Map>> {
    let (mut work, facts) = ports.begin_on(caller, Action::ListMaps, Target::Client(client)).await?;
    let private_too = work.leave().sees_private(&facts);
    let maps = work.maps().list(client, private_too, page).await?;
    work.end(maps).await
}

/// A map with everything on it; if this service knows it already, only whether that is how it still is. Whether the caller
/// may read it is asked each time.
///
/// # Errors
/// [`crate::Error::NotFound`].
pub async fn show(ports: &Ports, caller: &Caller, id: MapId, known: Option<Revision>) -> Result<Shown> {
    ports.store.whole_map(caller, id, known, ports.clock.now()).await?.open(Action::ReadMap)
}

/// Changes the map itself.
///
/// # Errors
/// [`crate::Error::Stale`]; [`crate::Error::Forbidden`] to a coach who would change its privacy.
pub async fn update(
    ports: &Ports,
    caller: &Caller,
    id: MapId,
    expected: &Expected,
    changes: MapChanges,
) -> Result<WholeMap> {
    let mut work = ports.begin(caller, Action::UpdateMap).await?;
    let (facts, mut whole) = work.whole(id).await?;
    if changes.private.is_some() {
        work.leave().may(Action::SetMapPrivacy, Some(facts))?;
    }
    let seen = whole.map.version;
    expected.check(seen)?;
    changes.apply(&mut whole.map);
    crate::version::bump(&mut whole.map.version, &mut whole.map.updated_at, work.now());
    work.maps().update(&whole.map, seen).await?;
    work.commit(whole).await
}

/// Checks that the caller may replace what is on this map, before a large content is received.
///
/// # Errors
/// As [`replace_content`], for what does not depend on the content.
pub async fn authorize_content(ports: &Ports, caller: &Caller, id: MapId) -> Result<()> {
    ports.check_early(caller, Action::ReplaceMapContent, Target::Map(id)).await.map(drop)
}

/// Saves everything on a map at once: what is not in the content is taken off it.
///
/// # Errors
/// [`Error::Stale`]; [`Error::Invalid`]; [`Error::UnknownReference`]; [`Conflict::IdTaken`];
/// [`Conflict::AgreementStep`].
pub async fn replace_content(
    ports: &Ports,
    caller: &Caller,
    id: MapId,
    expected: &Expected,
    content: Content,
) -> Result<WholeMap> {
    let (mut work, facts) = ports.begin_on(caller, Action::ReplaceMapContent, Target::Map(id)).await?;
    // Counts the change first, so that from here on nobody else changes the map.
    let now = work.now();
    work.maps().touch(id, now).await?;
    let (_, whole) = work.whole(id).await?;
    expected.check(whole.map.version - 1)?;
    known_types(&mut work, content.support_types()).await?;
    let private_too = work.leave().sees_private(&facts);
    let known = persons(&mut work, facts.client_id, private_too, &content).await?;
    let now = work.now();
    let change = content.onto(&whole, &known, now)?;
    let renamed: Vec<_> = change.persons.changed.iter().map(|person| person.id).collect();
    if !renamed.is_empty() {
        work.maps().touch_of_persons(facts.client_id, &renamed, now).await?;
    }
    work.maps().replace_content(&change).await?;
    let (_, whole) = work.whole(id).await?;
    work.commit(whole).await
}

/// The persons the content names and the caller may see.
///
/// # Errors
/// [`Conflict::IdTaken`] for an id the content would give to a person, that is somebody else's.
async fn persons(
    work: &mut Work,
    client: ClientId,
    private_too: bool,
    content: &Content,
) -> Result<HashMap<PersonId, Person>> {
    let found = work.persons().named(&content.person_ids()).await?;
    let (known, others): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|(person, private)| person.client_id == client && (private_too || !private));
    let taken: HashSet<_> = others.iter().map(|(person, _)| person.id).collect();
    if content.persons.iter().any(|(id, _)| taken.contains(id)) {
        return Err(Error::Conflict(Conflict::IdTaken));
    }
    Ok(known.into_iter().map(|(person, _)| (person.id, person)).collect())
}

/// Removes a map and everything on it, its cards too; the persons stay.
///
/// # Errors
/// [`crate::Error::Stale`]; [`Conflict::MapHasCards`] and [`Conflict::MapHasReflections`] to everybody but the client.
pub async fn delete(ports: &Ports, caller: &Caller, id: MapId, expected: &Expected) -> Result<()> {
    let mut work = ports.begin(caller, Action::DeleteMap).await?;
    // From here on nobody makes a card of it or writes a reflection on it.
    work.cards().hold(id).await?;
    let (facts, whole) = work.whole(id).await?;
    expected.check(whole.map.version)?;
    if work.leave().may(Action::DiscardClientWords, Some(facts)).is_err() {
        if work.cards().any_of(id).await? {
            return Err(Error::Conflict(Conflict::MapHasCards));
        }
        if work.reflections().any_of(id).await? {
            return Err(Error::Conflict(Conflict::MapHasReflections));
        }
    }
    work.maps().remove(id, whole.map.version).await?;
    work.commit(()).await
}
