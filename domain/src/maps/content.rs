//! The content of a map, saved as a whole: computes the changes to the stored map.

use super::{MAX_SUPPORTS, Map, WholeMap};
use crate::agreements::{Agreement, NewAgreement};
use crate::needs::{self, Need};
use crate::persons::{Person, Profile};
use crate::supporters::{Answers, Intensity, Supporter};
use crate::ties::{Pair, Tie};
use crate::vocabulary::SupportType;
use crate::{
    AgreementId, Conflict, Error, FieldCode, FieldError, PersonId, Result, ShortText, SupporterId, TieId, Version,
};
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// The content of a map, as a front end saves it. The front end assigns the ids of new items.
#[derive(Clone, Debug, Default)]
pub struct Content {
    /// The theme; `None` leaves it unchanged.
    pub theme: Option<ShortText>,
    /// Whether the map is private; if present, it must equal the stored value.
    pub private: Option<bool>,
    /// Whether everyone is named; `None` leaves it unchanged.
    pub everyone_named: Option<Option<bool>>,
    /// Whether every tie is named; `None` leaves it unchanged.
    pub every_tie_named: Option<Option<bool>>,
    /// The review date; `None` leaves it unchanged.
    pub review_on: Option<Option<NaiveDate>>,
    /// Persons to create or update; other persons are left unchanged.
    pub persons: Vec<(PersonId, Profile)>,
    /// All supporters.
    pub supporters: Vec<Placed>,
    /// All ties.
    pub ties: Vec<Tied>,
    /// All needs.
    pub needs: Vec<Need>,
    /// All agreements; `None` leaves them unchanged.
    pub agreements: Option<Vec<(AgreementId, NewAgreement)>>,
}

/// A supporter of the content.
#[derive(Clone, Debug)]
pub struct Placed {
    /// Unique identifier.
    pub id: SupporterId,
    /// The person placed on the map.
    pub person_id: PersonId,
    /// The client's answers about them.
    pub answers: Answers,
}

/// A tie of the content.
#[derive(Clone, Debug)]
pub struct Tied {
    /// Unique identifier.
    pub id: TieId,
    /// The two supporters, in any order.
    pub supporters: [SupporterId; 2],
    /// The strength of the tie, if answered.
    pub strength: Option<Intensity>,
}

/// Ids in a content, by kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContentIds {
    /// Ids of persons.
    pub persons: Vec<Uuid>,
    /// Ids of supporters.
    pub supporters: Vec<Uuid>,
    /// Ids of ties.
    pub ties: Vec<Uuid>,
    /// Ids of agreements.
    pub agreements: Vec<Uuid>,
}

/// The stored data to which a content refers.
#[derive(Clone, Debug, Default)]
pub struct Existing {
    /// The client's persons to whom the content may refer.
    pub persons: HashMap<PersonId, Person>,
    /// The ids of [`Content::new_ids`] that are in use elsewhere.
    pub taken: ContentIds,
}

/// Rows to insert, rows to update and ids to delete.
#[derive(Clone, Debug)]
pub struct Difference<T> {
    /// Rows to insert.
    pub added: Vec<T>,
    /// Rows to update, each with its version incremented.
    pub changed: Vec<T>,
    /// Ids to delete.
    pub removed: Vec<Uuid>,
}

impl<T> Default for Difference<T> {
    fn default() -> Self {
        Self { added: Vec::new(), changed: Vec::new(), removed: Vec::new() }
    }
}

/// The changes that saving a content makes.
#[derive(Clone, Debug)]
pub struct ContentChange {
    /// The map itself.
    pub map: Map,
    /// Persons; none is removed.
    pub persons: Difference<Person>,
    /// Supporters; a changed one with all of its supports.
    pub supporters: Difference<Supporter>,
    /// Ties.
    pub ties: Difference<Tie>,
    /// All needs.
    pub needs: Vec<Need>,
    /// Agreements.
    pub agreements: Difference<Agreement>,
}

impl Content {
    /// Every person in the content.
    #[must_use]
    pub fn person_ids(&self) -> Vec<PersonId> {
        let mut ids: Vec<_> = self.persons.iter().map(|(id, _)| *id).collect();
        ids.extend(self.supporters.iter().map(|placed| placed.person_id));
        ids.sort();
        ids.dedup();
        ids
    }

    /// The ids that are not on this map yet.
    ///
    /// None may be in use elsewhere, except for the client's own persons.
    #[must_use]
    pub fn new_ids(&self, whole: &WholeMap) -> ContentIds {
        fn remove(ids: &mut Vec<Uuid>, there: impl Iterator<Item = Uuid>) {
            let there: HashSet<_> = there.collect();
            ids.retain(|id| !there.contains(id));
        }
        let mut ids = self.ids();
        remove(&mut ids.persons, whole.persons.iter().map(|one| one.id.0));
        remove(&mut ids.supporters, whole.supporters.iter().map(|one| one.id.0));
        remove(&mut ids.ties, whole.ties.iter().map(|one| one.id.0));
        remove(&mut ids.agreements, whole.agreements.iter().map(|one| one.id.0));
        ids
    }

    /// All ids, in content order.
    fn ids(&self) -> ContentIds {
        ContentIds {
            persons: self.persons.iter().map(|(id, _)| id.0).collect(),
            supporters: self.supporters.iter().map(|placed| placed.id.0).collect(),
            ties: self.ties.iter().map(|tied| tied.id.0).collect(),
            agreements: self.agreements.iter().flatten().map(|(id, _)| id.0).collect(),
        }
    }

    /// Every support type in the content, with its pointer.
    #[must_use]
    pub fn support_types(&self) -> Vec<(&SupportType, String)> {
        let mut types = Vec::new();
        for (at, placed) in self.supporters.iter().enumerate() {
            for (index, support) in placed.answers.supports.iter().flatten().enumerate() {
                types.push((&support.support_type, format!("/supporters/{at}/supports/{index}/supportType")));
            }
        }
        for (at, need) in self.needs.iter().enumerate() {
            types.push((&need.support_type, format!("/needs/{at}/supportType")));
        }
        for (at, (_, agreed)) in self.agreements.iter().flatten().enumerate() {
            types.extend(agreed.support_type.as_ref().map(|code| (code, format!("/agreements/{at}/supportType"))));
        }
        types
    }

    /// Computes the changes to this map.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every inconsistency; otherwise [`Error::UnknownReference`] with every invalid
    /// reference; otherwise [`Conflict::IdTaken`] for every new id in use elsewhere.
    pub fn onto(self, whole: &WholeMap, existing: &Existing, now: DateTime<Utc>) -> Result<ContentChange> {
        let known = &existing.persons;
        self.consistent(whole)?;
        self.references(whole, known)?;
        self.ids_are_free(&existing.taken)?;
        let client = whole.map.client_id;
        let mut map = whole.map.clone();
        crate::patch(&mut map.theme, self.theme);
        crate::patch(&mut map.everyone_named, self.everyone_named);
        crate::patch(&mut map.every_tie_named, self.every_tie_named);
        crate::patch(&mut map.review_on, self.review_on);
        map.head_version += Version::from(map != whole.map);
        let mut persons = Difference::default();
        for (id, profile) in self.persons {
            match known.get(&id) {
                None => persons
                    .added
                    .push(Person { version: crate::version::of_chosen_id(now), ..profile.at(id, client, now) }),
                Some(person) if person.profile == profile => {}
                Some(person) => persons.changed.push(Person {
                    profile,
                    version: person.version + 1,
                    updated_at: now,
                    ..person.clone()
                }),
            }
        }
        let supporters = self
            .supporters
            .into_iter()
            .map(|placed| placed.answers.in_order().at(placed.id, map.id, placed.person_id, now));
        let supporters = difference(whole, &whole.supporters, supporters, now);
        let ties = self.ties.into_iter().filter_map(|tied| {
            let between = Pair::new(tied.supporters[0], tied.supporters[1])?;
            let (map_id, strength) = (map.id, tied.strength);
            Some(Tie { id: tied.id, map_id, between, strength, version: 1, created_at: now, updated_at: now })
        });
        let ties = difference(whole, &whole.ties, ties, now);
        let agreements = match self.agreements {
            None => Difference::default(),
            Some(all) => {
                let all = all.into_iter().map(|(id, agreed)| agreed.at(id, map.id, now));
                difference(whole, &whole.agreements, all, now)
            }
        };
        let mut needs = self.needs;
        needs.sort();
        map.needs_version += Version::from(needs != whole.needs);
        Ok(ContentChange { map, persons, supporters, ties, needs, agreements })
    }

    /// Checks the content on its own, independent of stored data.
    fn consistent(&self, whole: &WholeMap) -> Result<()> {
        let mut errors = needs::duplicates(&self.needs);
        if self.private.is_some_and(|private| private != whole.map.private) {
            errors.push(FieldError::new("/private", FieldCode::Immutable));
        }
        let ids = self.ids();
        let mut each_once = |place: &str, ids: Vec<Uuid>| each_once(place, ids, &mut errors);
        each_once("persons", ids.persons);
        each_once("supporters", ids.supporters);
        each_once("ties", ids.ties);
        each_once("agreements", ids.agreements);
        self.distinct_supporters(whole, &mut errors);
        self.distinct_ties(whole, &mut errors);
        if errors.is_empty() { Ok(()) } else { Err(Error::Invalid(errors)) }
    }

    fn distinct_supporters(&self, whole: &WholeMap, errors: &mut Vec<FieldError>) {
        let before: HashMap<_, _> =
            whole.supporters.iter().map(|supporter| (supporter.id, supporter.person_id)).collect();
        let (mut seen, mut supports) = (HashSet::new(), 0);
        for (at, placed) in self.supporters.iter().enumerate() {
            let person = format!("/supporters/{at}/personId");
            if before.get(&placed.id).is_some_and(|person_id| *person_id != placed.person_id) {
                errors.push(FieldError::new(person, FieldCode::Immutable));
            } else if !seen.insert(placed.person_id) {
                errors.push(FieldError::new(person, FieldCode::Duplicate));
            }
            errors.extend(placed.answers.duplicates(&format!("/supporters/{at}")));
            supports += placed.answers.supports.as_ref().map_or(0, Vec::len);
        }
        if supports > MAX_SUPPORTS {
            errors.push(FieldError::new("/supporters", FieldCode::TooMany(MAX_SUPPORTS)));
        }
    }

    fn distinct_ties(&self, whole: &WholeMap, errors: &mut Vec<FieldError>) {
        let before: HashMap<_, _> = whole.ties.iter().map(|tie| (tie.id, tie.between)).collect();
        let mut seen = HashSet::new();
        for (at, tied) in self.ties.iter().enumerate() {
            let place = |end: &str| format!("/ties/{at}/supporterIds{end}");
            match Pair::new(tied.supporters[0], tied.supporters[1]) {
                None => errors.push(FieldError::new(place("/1"), FieldCode::Duplicate)),
                Some(pair) if before.get(&tied.id).is_some_and(|between| *between != pair) => {
                    errors.push(FieldError::new(place(""), FieldCode::Immutable));
                }
                Some(pair) if !seen.insert(pair) => errors.push(FieldError::new(place(""), FieldCode::Duplicate)),
                Some(_) => {}
            }
        }
    }

    /// Checks that every reference exists.
    fn references(&self, whole: &WholeMap, known: &HashMap<PersonId, Person>) -> Result<()> {
        let listed: HashSet<_> = self.persons.iter().map(|(id, _)| *id).collect();
        let placed: HashSet<_> = self.supporters.iter().map(|placed| placed.id).collect();
        let mut errors = Vec::new();
        let here: HashSet<_> = whole.supporters.iter().map(|supporter| supporter.id).collect();
        for (at, placed) in self.supporters.iter().enumerate().filter(|(_, placed)| !here.contains(&placed.id)) {
            if known.get(&placed.person_id).is_some_and(|person| person.past) {
                errors.push(FieldError::new(format!("/supporters/{at}/personId"), FieldCode::Past));
            }
        }
        let mut refuse = |place: String| errors.push(FieldError::new(place, FieldCode::UnknownReference));
        for (at, placed) in self.supporters.iter().enumerate() {
            if !listed.contains(&placed.person_id) && !known.contains_key(&placed.person_id) {
                refuse(format!("/supporters/{at}/personId"));
            }
        }
        for (at, tied) in self.ties.iter().enumerate() {
            for (end, _) in tied.supporters.iter().enumerate().filter(|(_, id)| !placed.contains(id)) {
                refuse(format!("/ties/{at}/supporterIds/{end}"));
            }
        }
        for (at, (_, agreed)) in self.agreements.iter().flatten().enumerate() {
            if agreed.supporter_id.is_some_and(|id| !placed.contains(&id)) {
                refuse(format!("/agreements/{at}/supporterId"));
            }
        }
        if errors.is_empty() { Ok(()) } else { Err(Error::UnknownReference(errors)) }
    }

    fn ids_are_free(&self, taken: &ContentIds) -> Result<()> {
        let (ids, mut errors) = (self.ids(), Vec::new());
        for (place, ids, taken) in [
            ("persons", ids.persons, &taken.persons),
            ("supporters", ids.supporters, &taken.supporters),
            ("ties", ids.ties, &taken.ties),
            ("agreements", ids.agreements, &taken.agreements),
        ] {
            let taken: HashSet<_> = taken.iter().collect();
            let places = ids.iter().enumerate().filter(|(_, id)| taken.contains(id));
            errors.extend(places.map(|(at, _)| FieldError::new(format!("/{place}/{at}/id"), FieldCode::IdTaken)));
        }
        if errors.is_empty() { Ok(()) } else { Err(Error::ConflictIn(Conflict::IdTaken, errors)) }
    }
}

/// Checks that each id occurs once and has the form of a generated id.
fn each_once(place: &str, ids: Vec<Uuid>, errors: &mut Vec<FieldError>) {
    let mut seen = HashSet::new();
    for (at, id) in ids.into_iter().enumerate() {
        if !seen.insert(id) {
            errors.push(FieldError::new(format!("/{place}/{at}/id"), FieldCode::Duplicate));
        } else if id.get_version_num() != 7 {
            errors.push(FieldError::new(format!("/{place}/{at}/id"), FieldCode::Format));
        }
    }
}

/// A resource with an id that an update replaces by a later version.
trait Lasting: Clone + PartialEq {
    fn id(&self) -> Uuid;
    fn timestamps(&mut self) -> (&mut Version, &mut DateTime<Utc>, &mut DateTime<Utc>);
}

macro_rules! lasting {
    ($($name:ty),+) => {$(
        impl Lasting for $name {
            fn id(&self) -> Uuid {
                self.id.0
            }

            fn timestamps(&mut self) -> (&mut Version, &mut DateTime<Utc>, &mut DateTime<Utc>) {
                (&mut self.version, &mut self.created_at, &mut self.updated_at)
            }
        }
    )+};
}

// An agreement may have any status: only the final one is saved, and each status can be reached from each.
lasting!(Supporter, Tie, Agreement);

/// The rows to insert, update and delete.
///
/// An inserted row starts at the map's version: an earlier row with the same id had a lower one, since each of its
/// changes also incremented the map's version.
fn difference<T: Lasting>(
    whole: &WholeMap,
    before: &[T],
    after: impl Iterator<Item = T>,
    now: DateTime<Utc>,
) -> Difference<T> {
    let mut left: HashMap<_, _> = before.iter().map(|item| (item.id(), item)).collect();
    let mut difference = Difference::default();
    for mut item in after {
        let Some(old) = left.remove(&item.id()) else {
            *item.timestamps().0 = whole.map.version;
            difference.added.push(item);
            continue;
        };
        let mut old = old.clone();
        let (version, created_at, updated_at) = item.timestamps();
        let (old_version, old_created_at, old_updated_at) = old.timestamps();
        (*version, *created_at, *updated_at) = (*old_version, *old_created_at, *old_updated_at);
        if item != old {
            let (version, _, updated_at) = item.timestamps();
            crate::version::bump(version, updated_at, now);
            difference.changed.push(item);
        }
    }
    difference.removed = left.into_keys().collect();
    difference
}
