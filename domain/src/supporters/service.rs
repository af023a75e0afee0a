use super::{Answers, Placing, Supporter, SupporterChanges};
use crate::access::{Action, Admission, ClientFacts, Target};
use crate::maps::{MAX_SUPPORTERS, MAX_SUPPORTS};
use crate::persons::Profile;
use crate::vocabulary::SupportType;
use crate::{
    Caller, Conflict, Error, Expected, FieldError, MapId, Page, PageRequest, PersonId, Ports, Result, SupporterId, Work,
};
use std::collections::HashSet;
use std::sync::LazyLock;

/// Who is to be placed on the map.
#[derive(Clone, Debug)]
pub enum Whom {
    /// A person of the client's.
    Known(PersonId),
    /// Somebody not named before.
    New(Box<Profile>),
}

/// Places a person on a map, creating the person if need be.
///
/// # Errors
/// [`Error::Invalid`]; [`Conflict::MapFull`]; [`Conflict::AlreadyOnMap`]; [`Error::UnknownReference`].
pub async fn create(ports: &Ports, caller: &Caller, map: MapId, whom: Whom, answers: Answers) -> Result<Supporter> {
    if let Whom::New(profile) = &whom
        && let Some(supporter) = create_at_once(ports, caller, map, profile, &answers).await?
    {
        return Ok(supporter);
    }
    let (mut work, facts) = ports.begin_on(caller, Action::CreateSupporter, Target::Map(map)).await?;
    let now = work.now();
    work.maps().touch(map, now).await?;
    if let Some(done) = work.replayed()? {
        return Ok(done);
    }
    let duplicates = answers.duplicates("");
    if !duplicates.is_empty() {
        return Err(Error::Invalid(duplicates));
    }
    let size = work.maps().size(map).await?;
    if size.supporters >= MAX_SUPPORTERS || size.supports + answers.support_types().len() > MAX_SUPPORTS {
        return Err(Error::Conflict(Conflict::MapFull));
    }
    known_types(&mut work, answers.support_types()).await?;
    let person = person(&mut work, &facts, whom).await?;
    let supporter = answers.in_order().at(work.new_id(), map, person, work.now());
    work.supporters().add(&supporter, facts.client_id).await?;
    work.commit(supporter).await
}

/// In which cases somebody may be placed.
static ADMISSION: LazyLock<Admission> = LazyLock::new(|| Admission::of(Action::CreateSupporter));

/// Places somebody new on a map at once, where nothing has to be looked up for it but who may; `None` if it did not come about.
async fn create_at_once(
    ports: &Ports,
    caller: &Caller,
    map: MapId,
    profile: &Profile,
    answers: &Answers,
) -> Result<Option<Supporter>> {
    let built_in = answers.support_types().iter().all(|(code, _)| code.is_built_in());
    if caller.idempotency.is_some() || !built_in || !answers.duplicates("").is_empty() {
        return Ok(None);
    }
    let (person, id, now) = (ports.ids.next().into(), ports.ids.next().into(), ports.clock.now());
    let supporter = answers.clone().in_order().at(id, map, person, now);
    let placing = Placing { admission: *ADMISSION, person, profile: profile.clone(), supporter };
    let Some(sealed) = ports.store.place(caller, &placing).await? else { return Ok(None) };
    Ok(sealed.open(Action::CreateSupporter)?.then_some(placing.supporter))
}

/// The person's id. Whom the caller may not see is unknown to them.
async fn person(work: &mut Work, facts: &ClientFacts, whom: Whom) -> Result<PersonId> {
    match whom {
        Whom::New(profile) => {
            let person = profile.at(work.new_id(), facts.client_id, work.now());
            work.persons().add(&person).await?;
            Ok(person.id)
        }
        Whom::Known(id) => {
            if !work.leave().sees_private(facts) {
                let found = work.persons().named(&[id]).await?;
                if !found.iter().any(|(person, private)| person.client_id == facts.client_id && !private) {
                    return Err(Error::UnknownReference(vec![FieldError::new("/personId", "unknown-reference")]));
                }
            }
            Ok(id)
        }
    }
}

/// Checks the types named in these places: those the organisation may not have, since the built-in ones every one has.
///
/// # Errors
/// [`Error::UnknownReference`], in every place.
pub(crate) async fn known_types(work: &mut Work, named: Vec<(&SupportType, String)>) -> Result<()> {
    let own: Vec<_> = named.into_iter().filter(|(code, _)| !code.is_built_in()).collect();
    if own.is_empty() {
        return Ok(());
    }
    let codes: HashSet<_> = own.iter().map(|(code, _)| *code).collect();
    let known = work.supporters().known_types(&codes.into_iter().collect::<Vec<_>>()).await?;
    let unknown = own.into_iter().filter(|(code, _)| !known.contains(*code));
    let errors: Vec<_> = unknown.map(|(_, place)| FieldError::new(place, "unknown-reference")).collect();
    if errors.is_empty() { Ok(()) } else { Err(Error::UnknownReference(errors)) }
}

/// A page of the map's supporters.
///
/// # Errors
/// Only the general ones.
pub async fn list(ports: &Ports, caller: &Caller, map: MapId, page: PageRequest) -> Result<Page<Supporter>> {
    let (mut work, _) = ports.begin_on(caller, Action::ListSupporters, Target::Map(map)).await?;
    let supporters = work.supporters().list(map, page).await?;
    work.end(supporters).await
}

/// One supporter.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn show(ports: &Ports, caller: &Caller, id: SupporterId) -> Result<Supporter> {
    let (mut work, _) = ports.begin_on(caller, Action::ReadSupporter, Target::Supporter(id)).await?;
    let supporter = work.supporters().get(id).await?.ok_or(Error::NotFound)?;
    work.end(supporter).await
}

/// Changes what the client says of a supporter.
///
/// # Errors
/// [`Error::Stale`]; [`Error::Invalid`]; [`Conflict::MapFull`]; [`Error::UnknownReference`].
pub async fn update(
    ports: &Ports,
    caller: &Caller,
    id: SupporterId,
    expected: &Expected,
    changes: SupporterChanges,
) -> Result<Supporter> {
    let (mut work, _) = ports.begin_on(caller, Action::UpdateSupporter, Target::Supporter(id)).await?;
    let supporter = work.supporters().get(id).await?.ok_or(Error::NotFound)?;
    expected.check(supporter.version)?;
    let (seen, with_supports, now) = (supporter.version, changes.supports.is_some(), work.now());
    work.maps().touch(supporter.map_id, now).await?;
    if let Some(Some(supports)) = &changes.supports {
        let answers = Answers { supports: Some(supports.clone()), ..Answers::default() };
        let before = supporter.answers.support_types().len();
        let others = work.maps().size(supporter.map_id).await?.supports.saturating_sub(before);
        if others + supports.len() > MAX_SUPPORTS {
            return Err(Error::Conflict(Conflict::MapFull));
        }
        known_types(&mut work, answers.support_types()).await?;
    }
    let supporter = changes.apply(supporter, now)?;
    work.supporters().update(&supporter, seen, with_supports).await?;
    work.commit(supporter).await
}

/// Takes a supporter off the map, with supports, ties and agreements; the person stays.
///
/// # Errors
/// [`Error::Stale`].
pub async fn delete(ports: &Ports, caller: &Caller, id: SupporterId, expected: &Expected) -> Result<()> {
    let (mut work, _) = ports.begin_on(caller, Action::DeleteSupporter, Target::Supporter(id)).await?;
    let supporter = work.supporters().get(id).await?.ok_or(Error::NotFound)?;
    expected.check(supporter.version)?;
    let now = work.now();
    work.maps().touch(supporter.map_id, now).await?;
    work.supporters().remove(id, supporter.version).await?;
    work.commit(()).await
}
