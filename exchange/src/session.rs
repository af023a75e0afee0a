use chrono::{DateTime, SecondsFormat, Utc};
use domain::cards::CardHead;
use domain::exports::WholeClient;
use domain::maps::WholeMap;
use domain::persons::{Person, Profile};
use domain::supporters::Supporter;
use domain::{ClientId, PersonId};
use std::collections::HashMap;
use uuid::Uuid;

/// One network: a map as it is, or a card. What Network Canvas calls a session, with the client as its ego.
pub(crate) struct Session<'a> {
    /// Its number in the export, from 1.
    pub(crate) number: usize,
    /// Of the map or the card.
    pub(crate) id: Uuid,
    pub(crate) client: ClientId,
    pub(crate) card: Option<&'a CardHead>,
    pub(crate) whole: &'a WholeMap,
    pub(crate) exported_at: DateTime<Utc>,
    persons: HashMap<PersonId, &'a Person>,
}

impl<'a> Session<'a> {
    /// How many there are: the maps first, then the cards.
    pub(crate) fn count(client: &WholeClient) -> usize {
        client.maps.len() + client.cards.len()
    }

    /// The one at this place, from 0.
    pub(crate) fn at(client: &'a WholeClient, index: usize) -> Option<Self> {
        let (id, card, whole, persons) = match client.maps.get(index) {
            Some(map) => (map.whole.map.id.0, None, &map.whole, &client.persons),
            None => {
                let card = client.cards.get(index.checked_sub(client.maps.len())?)?;
                (card.head.id.0, Some(&card.head), &card.content.whole, &card.content.whole.persons)
            }
        };
        Some(Self {
            number: index + 1,
            id,
            client: client.client.id,
            card,
            whole,
            exported_at: client.at,
            persons: persons.iter().map(|person| (person.id, person)).collect(),
        })
    }

    /// The supporters with what is known of each.
    pub(crate) fn supporters(&self) -> impl Iterator<Item = (&'a Supporter, &'a Profile)> {
        let persons = &self.persons;
        self.whole.supporters.iter().filter_map(|one| Some((one, &persons.get(&one.person_id)?.profile)))
    }

    /// When the network was as it is here.
    pub(crate) fn recorded_at(&self) -> DateTime<Utc> {
        self.card.map_or(self.whole.map.updated_at, |card| card.created_at)
    }
}

/// An instant as the files have it.
pub(crate) fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}
