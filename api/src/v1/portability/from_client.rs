//! Converts an export to the document: ids become positions.

use super::document::{
    DocumentAgreement, DocumentCard, DocumentCardContent, DocumentCardPerson, DocumentClient, DocumentLabels,
    DocumentMap, DocumentPerson, DocumentProfile, DocumentReflection, DocumentSupportType, DocumentSupporter,
    DocumentTie, Nth,
};
use domain::agreements::Agreement;
use domain::cards::Card;
use domain::clients::Client;
use domain::maps::WholeMap;
use domain::persons::{Person, Profile};
use domain::reflections::Reflection;
use domain::support_types::SupportTypeEntry;
use domain::supporters::Supporter;
use domain::ties::Tie;
use domain::{MapId, PersonId, Result, SupporterId};
use std::collections::HashMap;

/// The positions of a client's persons and maps, from 1.
#[derive(Debug)]
pub(super) struct Positions {
    /// Persons in order of id, as they are exported.
    persons: Vec<PersonId>,
    /// Persons who are only on cards.
    ///
    /// Their positions come after those of the other persons, in the order of the cards.
    others: HashMap<PersonId, usize>,
    maps: HashMap<MapId, usize>,
}

impl Positions {
    pub(super) fn new(maps: &[MapId]) -> Self {
        Self { persons: Vec::new(), others: HashMap::new(), maps: maps.iter().copied().zip(1..).collect() }
    }

    /// Gives the person the next position.
    pub(super) fn person(&mut self, id: PersonId) {
        self.persons.push(id);
    }

    fn place(&self, id: PersonId) -> Option<usize> {
        self.persons.binary_search(&id).ok().map(|index| index + 1).or_else(|| self.others.get(&id).copied())
    }

    fn place_on_card(&mut self, id: PersonId) -> usize {
        self.place(id).unwrap_or_else(|| {
            let next = self.persons.len() + self.others.len() + 1;
            self.others.insert(id, next);
            next
        })
    }

    pub(super) fn map(&self, whole: WholeMap, reflections: Vec<Reflection>) -> DocumentMap {
        map(whole, Some(reflections), &|id| self.place(id))
    }

    /// Converts a card, and gives positions to persons who are only on cards.
    ///
    /// # Errors
    /// Only [`domain::Error::Internal`].
    pub(super) fn card(&mut self, card: Card) -> Result<DocumentCard> {
        let Card { head, content } = card;
        let mut whole = content.whole;
        let persons = std::mem::take(&mut whole.persons);
        let own: HashMap<_, _> = persons.iter().map(|person| person.id).zip(1..).collect();
        let numbers = persons.iter().map(|person| self.place_on_card(person.id).into()).collect();
        let told = |person: Person| DocumentCardPerson {
            profile: (!content.redacted.contains(&person.id)).then(|| person.profile.into()),
            past: person.past,
            created_at: person.created_at,
            updated_at: person.updated_at,
        };
        let content = DocumentCardContent {
            persons: persons.into_iter().map(told).collect(),
            map: map(whole, content.reflections, &|id| own.get(&id).copied()),
            support_types: content.support_types.into_iter().map(Into::into).collect(),
        };
        Ok(DocumentCard {
            map: self.maps.get(&head.map_id).copied().unwrap_or_default().into(),
            number: usize::try_from(head.number).unwrap_or(usize::MAX).into(),
            made_as: head.made_as,
            created_at: head.created_at,
            hash: content.hash()?,
            persons: numbers,
            content,
        })
    }
}

/// Returns the position of a person in the list of persons.
type PlaceOf<'a> = &'a dyn Fn(PersonId) -> Option<usize>;

fn map(whole: WholeMap, reflections: Option<Vec<Reflection>>, place: PlaceOf<'_>) -> DocumentMap {
    let positions: HashMap<_, _> = whole.supporters.iter().map(|supporter| supporter.id).zip(1..).collect();
    DocumentMap {
        theme: whole.map.theme,
        private: whole.map.private,
        everyone_named: whole.map.everyone_named,
        every_tie_named: whole.map.every_tie_named,
        review_on: whole.map.review_on,
        created_at: whole.map.created_at,
        updated_at: whole.map.updated_at,
        supporters: whole.supporters.into_iter().map(|one| supporter(one, place)).collect(),
        ties: whole.ties.into_iter().map(|one| tie(one, &positions)).collect(),
        needs: whole.needs.into_iter().map(Into::into).collect(),
        agreements: whole.agreements.into_iter().map(|one| agreement(one, &positions)).collect(),
        reflections: reflections.map(|all| all.into_iter().map(Into::into).collect()),
    }
}

fn supporter(supporter: Supporter, place: PlaceOf<'_>) -> DocumentSupporter {
    let answers = supporter.answers;
    DocumentSupporter {
        person: place(supporter.person_id).unwrap_or_default().into(),
        closeness: answers.closeness,
        contact_frequency: answers.contact_frequency,
        tension: answers.tension,
        burden: answers.burden,
        supports: answers.supports.map(|all| all.into_iter().map(Into::into).collect()),
        angle: answers.angle,
        created_at: supporter.created_at,
        updated_at: supporter.updated_at,
    }
}

fn tie(tie: Tie, positions: &HashMap<SupporterId, usize>) -> DocumentTie {
    let mut supporters = tie.between.ids().map(|id| positions.get(&id).copied().unwrap_or_default());
    supporters.sort_unstable();
    DocumentTie {
        supporters: supporters.map(Nth::from),
        strength: tie.strength,
        created_at: tie.created_at,
        updated_at: tie.updated_at,
    }
}

fn agreement(agreement: Agreement, positions: &HashMap<SupporterId, usize>) -> DocumentAgreement {
    DocumentAgreement {
        text: agreement.text,
        supporter: agreement.supporter_id.and_then(|id| positions.get(&id).copied()).map(Nth::from),
        support_type: agreement.support_type,
        due_on: agreement.due_on,
        status: agreement.status,
        created_at: agreement.created_at,
        updated_at: agreement.updated_at,
    }
}

impl From<Client> for DocumentClient {
    fn from(client: Client) -> Self {
        Self {
            name: client.name,
            preferred_name: client.preferred_name,
            date_of_birth: client.date_of_birth,
            external_identifiers: client.external_identifiers.into_iter().map(Into::into).collect(),
            created_at: client.created_at,
            updated_at: client.updated_at,
        }
    }
}

impl From<SupportTypeEntry> for DocumentSupportType {
    fn from(entry: SupportTypeEntry) -> Self {
        Self { code: entry.code, labels: DocumentLabels { nl: entry.label.nl, en: entry.label.en } }
    }
}

impl From<Person> for DocumentPerson {
    fn from(person: Person) -> Self {
        let Person { profile, past, created_at, updated_at, .. } = person;
        Self { profile: profile.into(), past, created_at, updated_at }
    }
}

impl From<Profile> for DocumentProfile {
    fn from(profile: Profile) -> Self {
        Self {
            alias: profile.alias,
            relationship: profile.relationship,
            life_domain: profile.life_domain,
            phone: profile.phone,
            email: profile.email,
            note: profile.note,
        }
    }
}

impl From<Reflection> for DocumentReflection {
    fn from(reflection: Reflection) -> Self {
        Self { text: reflection.text, created_at: reflection.created_at, updated_at: reflection.updated_at }
    }
}
