use super::{Answers, PlacedPerson, Supporter, SupporterChanges};
use crate::access::{Action, Granted, Resource};
use crate::maps::Room;
use crate::persons::{Person, Profile};
use crate::vocabulary::SupportType;
use crate::{
    Caller, Error, Expected, FieldCode, FieldError, MapId, Page, PageRequest, PersonId, Ports, Result, SupporterId,
    UnitOfWork, WithMap,
};
use std::collections::HashSet;

/// The person to place on the map.
#[derive(Clone, Debug)]
pub enum Whom {
    /// An existing person of the client.
    Known(PersonId),
    /// A new person.
    New(Box<Profile>),
}

/// Places a person on a map, creating the person if necessary.
///
/// The caller may choose the id, which must be a generated one.
///
/// # Errors
/// [`Error::Invalid`]; [`crate::Conflict::MapFull`]; [`crate::Conflict::AlreadyOnMap`]; [`Error::UnknownReference`];
/// [`crate::Conflict::IdTaken`].
pub async fn create(
    ports: &Ports,
    caller: &Caller,
    map: MapId,
    id: Option<SupporterId>,
    whom: Whom,
    answers: Answers,
) -> Result<WithMap<PlacedPerson>> {
    let (mut work, map) = ports.begin_on(caller, Action::Create(Resource::Supporter), map).await?;
    let now = work.now();
    work.maps().bump_version(&map, now).await?;
    if let Some(done) = work.stored_response()? {
        return Ok(WithMap::repeated(done));
    }
    let duplicates = answers.duplicates("");
    if !duplicates.is_empty() {
        return Err(Error::Invalid(duplicates));
    }
    let room = Room { supporters: 1, supports: answers.support_types().len(), ..Room::default() };
    work.maps().require_room(&map, room).await?;
    known_types(&mut work, answers.support_types()).await?;
    let person = person(&mut work, &map, whom).await?;
    let version = if id.is_some() { crate::version::of_chosen_id(now) } else { crate::version::first() };
    if let Some(id) = id {
        work.supporters().require_new(id).await?;
    }
    let id = id.unwrap_or_else(|| work.new_id());
    let supporter = Supporter { version, ..answers.in_order().at(id, map.id(), person.id, now) };
    work.supporters().add(&map, &supporter).await?;
    work.commit_on(&map, PlacedPerson { supporter, person }).await
}

/// Finds or creates the person. A person the caller may not see counts as unknown.
async fn person(work: &mut UnitOfWork, map: &Granted<MapId>, whom: Whom) -> Result<Person> {
    match whom {
        Whom::New(profile) => {
            let client = map.client();
            let person = profile.at(work.new_id(), client.id(), work.now());
            work.persons().add(&client, &person).await?;
            Ok(person)
        }
        Whom::Known(id) => {
            let private_too = work.authorization().sees_private(map);
            let mut found = work.persons().named(&map.client(), &[id]).await?.into_iter();
            let seen = found.find(|(_, private)| private_too || !private);
            let refused = |code| Error::UnknownReference(vec![FieldError::new("/personId", code)]);
            let (person, _) = seen.ok_or_else(|| refused(FieldCode::UnknownReference))?;
            if person.past { Err(refused(FieldCode::Past)) } else { Ok(person) }
        }
    }
}

/// Checks that the organisation has these support types; built-in types need no query.
///
/// # Errors
/// [`Error::UnknownReference`] at the pointer of each unknown type.
pub(crate) async fn known_types(work: &mut UnitOfWork, named: Vec<(&SupportType, String)>) -> Result<()> {
    let own: Vec<_> = named.into_iter().filter(|(code, _)| !code.is_built_in()).collect();
    if own.is_empty() {
        return Ok(());
    }
    let codes: HashSet<_> = own.iter().map(|(code, _)| *code).collect();
    let known = work.supporters().known_types(&codes.into_iter().collect::<Vec<_>>()).await?;
    let unknown = own.into_iter().filter(|(code, _)| !known.contains(*code));
    let errors: Vec<_> = unknown.map(|(_, place)| FieldError::new(place, FieldCode::UnknownReference)).collect();
    if errors.is_empty() { Ok(()) } else { Err(Error::UnknownReference(errors)) }
}

/// Returns a page of the map's supporters.
pub async fn list(ports: &Ports, caller: &Caller, map: MapId, page: PageRequest) -> Result<Page<PlacedPerson>> {
    let (mut work, map) = ports.begin_on(caller, Action::List(Resource::Supporter), map).await?;
    let supporters = work.supporters().list(&map, page).await?;
    work.end(supporters).await
}

/// Returns one supporter.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn show(ports: &Ports, caller: &Caller, id: SupporterId) -> Result<PlacedPerson> {
    let (mut work, id) = ports.begin_on(caller, Action::Read(Resource::Supporter), id).await?;
    let supporter = work.supporters().get(&id).await?.ok_or(Error::NotFound)?;
    work.end(supporter).await
}

/// Updates the client's answers about a supporter.
///
/// # Errors
/// [`Error::Stale`]; [`Error::Invalid`]; [`crate::Conflict::MapFull`]; [`Error::UnknownReference`].
pub async fn update(
    ports: &Ports,
    caller: &Caller,
    id: SupporterId,
    expected: &Expected,
    changes: SupporterChanges,
) -> Result<WithMap<PlacedPerson>> {
    let (mut work, id) = ports.begin_on(caller, Action::Update(Resource::Supporter), id).await?;
    let PlacedPerson { supporter, person } = work.supporters().get(&id).await?.ok_or(Error::NotFound)?;
    expected.check(supporter.version)?;
    let (seen, with_supports, now) = (supporter.version, changes.supports.is_some(), work.now());
    work.maps().bump_version(&id.map(), now).await?;
    if let Some(Some(supports)) = &changes.supports {
        let answers = Answers { supports: Some(supports.clone()), ..Answers::default() };
        let before = supporter.answers.support_types().len();
        let more = supports.len().saturating_sub(before);
        work.maps().require_room(&id.map(), Room { supports: more, ..Room::default() }).await?;
        known_types(&mut work, answers.support_types()).await?;
    }
    let supporter = changes.apply(supporter, now)?;
    work.supporters().update(&id, &supporter, seen, with_supports).await?;
    work.commit_on(&id.map(), PlacedPerson { supporter, person }).await
}

/// Removes a supporter from the map, with supports, ties and agreements; the person stays.
///
/// # Errors
/// [`Error::Stale`].
pub async fn delete(ports: &Ports, caller: &Caller, id: SupporterId, expected: &Expected) -> Result<WithMap<()>> {
    let (mut work, id) = ports.begin_on(caller, Action::Delete(Resource::Supporter), id).await?;
    let PlacedPerson { supporter, .. } = work.supporters().get(&id).await?.ok_or(Error::NotFound)?;
    expected.check(supporter.version)?;
    let now = work.now();
    work.maps().bump_version(&id.map(), now).await?;
    work.supporters().remove(&id, supporter.version).await?;
    work.commit_on(&id.map(), ()).await
}
