//! Builds rows from a document, with new ids in document order, so that lists keep that order.

use super::repository::ImportRows;
use super::{ImportedCard, ImportedClient, ImportedMap, ImportedPerson, Timestamps};
use crate::agreements::Agreement;
use crate::cards::{CardHead, Content, Digest, StoredCard, redacted_profile};
use crate::maps::{Map, WholeMap};
use crate::persons::{Person, Profile};
use crate::ports::Ids;
use crate::reflections::Reflection;
use crate::supporters::Supporter;
use crate::ties::{Pair, Tie};
use crate::{ClientId, Error, MapId, PersonId, Ports, Result};
use chrono::{DateTime, Utc};
use std::collections::HashMap;
use uuid::Uuid;

/// Builds the rows of one client.
pub(super) struct RowBuilder<'a> {
    pub(super) ports: &'a Ports,
    pub(super) client: ClientId,
    pub(super) now: DateTime<Utc>,
}

/// The error for a dangling position, which validation excludes.
fn gap() -> Error {
    Error::internal("a validated document has a dangling position")
}

fn nth<T: Copy>(list: &[T], number: usize) -> Result<T> {
    number.checked_sub(1).and_then(|index| list.get(index)).copied().ok_or_else(gap)
}

impl RowBuilder<'_> {
    fn new_id<T: From<Uuid>>(&self) -> T {
        let ids: &dyn Ids = &*self.ports.ids;
        ids.next().into()
    }

    pub(super) fn rows(&self, document: ImportedClient) -> Result<ImportRows> {
        let mut rows = ImportRows::default();
        let mut persons = HashMap::new();
        for (index, ImportedPerson { profile, past, timestamps }) in document.persons.into_iter().enumerate() {
            let person = Person { past, ..self.person(self.new_id(), profile, timestamps) };
            persons.insert(index + 1, person.id);
            rows.persons.push(person);
        }
        let mut maps = Vec::with_capacity(document.maps.len());
        for map in document.maps {
            let id = self.new_id();
            maps.push((id, map.timestamps));
            let (whole, reflections) = self.whole(id, map, |number| persons.get(&number).copied().ok_or_else(gap))?;
            rows.needs.extend(whole.needs.into_iter().map(|need| (id, need)));
            rows.maps.push(whole.map);
            rows.supporters.extend(whole.supporters);
            rows.ties.extend(whole.ties);
            rows.agreements.extend(whole.agreements);
            rows.reflections.extend(reflections.into_iter().flatten());
        }
        for card in document.cards {
            let (map, _) = nth(&maps, card.map)?;
            rows.cards.push(self.card(map, card, &mut persons)?);
        }
        Ok(rows)
    }

    fn person(&self, id: PersonId, profile: Profile, timestamps: Timestamps) -> Person {
        let Timestamps { created_at, updated_at } = timestamps.settled(self.now);
        Person { id, client_id: self.client, profile, past: false, version: 1, created_at, updated_at }
    }

    /// The map with this id and everything on it, without persons.
    fn whole(
        &self,
        map_id: MapId,
        map: ImportedMap,
        person: impl Fn(usize) -> Result<PersonId>,
    ) -> Result<(WholeMap, Option<Vec<Reflection>>)> {
        let Timestamps { created_at, updated_at } = map.timestamps.settled(self.now);
        let mut whole = WholeMap::from(Map {
            id: map_id,
            client_id: self.client,
            theme: map.theme,
            private: map.private,
            everyone_named: map.everyone_named,
            every_tie_named: map.every_tie_named,
            review_on: map.review_on,
            version: 1,
            head_version: 1,
            needs_version: 1,
            created_at,
            updated_at,
        });
        let mut supporters = Vec::with_capacity(map.supporters.len());
        for supporter in map.supporters {
            let Timestamps { created_at, updated_at } = supporter.timestamps.settled(self.now);
            let (id, person_id, answers) = (self.new_id(), person(supporter.person)?, supporter.answers.in_order());
            supporters.push(id);
            whole.supporters.push(Supporter { id, map_id, person_id, answers, version: 1, created_at, updated_at });
        }
        for tie in map.ties {
            let Timestamps { created_at, updated_at } = tie.timestamps.settled(self.now);
            let [one, other] = tie.supporters;
            let between = Pair::new(nth(&supporters, one)?, nth(&supporters, other)?).ok_or_else(gap)?;
            let (id, strength) = (self.new_id(), tie.strength);
            whole.ties.push(Tie { id, map_id, between, strength, version: 1, created_at, updated_at });
        }
        whole.needs = map.needs;
        whole.needs.sort();
        for agreement in map.agreements {
            let Timestamps { created_at, updated_at } = agreement.timestamps.settled(self.now);
            let supporter_id = agreement.supporter.map(|number| nth(&supporters, number)).transpose()?;
            whole.agreements.push(Agreement {
                id: self.new_id(),
                map_id,
                supporter_id,
                support_type: agreement.support_type,
                text: agreement.text,
                due_on: agreement.due_on,
                status: agreement.status,
                version: 1,
                created_at,
                updated_at,
            });
        }
        let reflection = |(text, timestamps): (_, Timestamps)| {
            let Timestamps { created_at, updated_at } = timestamps.settled(self.now);
            Reflection { id: self.new_id(), map_id, text, version: 1, created_at, updated_at }
        };
        let reflections = map.reflections.map(|all| all.into_iter().map(reflection).collect());
        Ok((whole, reflections))
    }

    /// Rebuilds a stored card, since its ids and salts differ from the exported ones.
    ///
    /// The user who made it is unknown.
    fn card(&self, map_id: MapId, card: ImportedCard, persons: &mut HashMap<usize, PersonId>) -> Result<StoredCard> {
        let ids: Vec<PersonId> =
            card.persons.iter().map(|number| *persons.entry(*number).or_insert_with(|| self.new_id())).collect();
        let review_on = card.content.review_on;
        let (mut whole, reflections) = self.whole(map_id, card.content, |number| nth(&ids, number))?;
        let mut redacted = Vec::new();
        for (id, of) in ids.into_iter().zip(card.profiles) {
            let profile = match of.profile {
                Some(profile) => profile,
                None => {
                    redacted.push(id);
                    redacted_profile()?
                }
            };
            whole.persons.push(Person { past: of.past, ..self.person(id, profile, of.timestamps) });
        }
        let content = Content { whole, redacted, support_types: card.support_types, reflections };
        let head = CardHead {
            id: self.new_id(),
            client_id: self.client,
            map_id,
            number: card.number,
            made_by: None,
            made_as: card.made_as,
            review_on,
            content_hash: Digest([0; 32]),
            created_at: card.created_at.min(self.now),
        };
        StoredCard::new(head, &content, &self.ports.secrets.fresh()?)
    }
}
