use chrono::{DateTime, SecondsFormat, Utc};
use domain::ClientId;
use domain::PersonId;
use domain::cards::{Card, CardHead};
use domain::maps::WholeMap;
use domain::persons::{Person, Profile};
use domain::supporters::Supporter;
use std::collections::HashMap;
use uuid::Uuid;

/// Whose networks are exported, and when.
#[derive(Clone, Copy, Debug)]
pub struct Subject {
    /// The client.
    pub client: ClientId,
    /// When.
    pub exported_at: DateTime<Utc>,
}

/// A network to export.
#[derive(Clone, Copy, Debug)]
pub enum Network<'a> {
    /// A map as it is, with its persons.
    Map(&'a WholeMap),
    /// A card.
    Card(&'a Card),
}

/// A network and its number in the export, from 1.
pub(crate) struct Numbered<'a> {
    pub(crate) number: usize,
    pub(crate) subject: Subject,
    pub(crate) network: Network<'a>,
}

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

impl<'a> Numbered<'a> {
    pub(crate) fn session(self) -> Session<'a> {
        let (id, card, whole) = match self.network {
            Network::Map(whole) => (whole.map.id.0, None, whole),
            Network::Card(card) => (card.head.id.0, Some(&card.head), &card.content.whole),
        };
        Session {
            number: self.number,
            id,
            client: self.subject.client,
            card,
            whole,
            exported_at: self.subject.exported_at,
            persons: whole.persons.iter().map(|person| (person.id, person)).collect(),
        }
    }
}

impl<'a> Session<'a> {
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
