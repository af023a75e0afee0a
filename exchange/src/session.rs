use chrono::{DateTime, SecondsFormat, Utc};
use domain::ClientId;
use domain::PersonId;
use domain::cards::{Card, CardHead};
use domain::maps::WholeMap;
use domain::persons::{Person, Profile};
use domain::supporters::Supporter;
use std::collections::HashMap;
use uuid::Uuid;

/// The client whose networks are exported, and when.
#[derive(Clone, Copy, Debug)]
pub struct Subject {
    /// The client.
    pub client: ClientId,
    /// When the export was made.
    pub exported_at: DateTime<Utc>,
}

/// A network to export.
#[derive(Clone, Copy, Debug)]
pub enum Network<'a> {
    /// The current state of a map.
    Map(&'a WholeMap),
    /// A card.
    Card(&'a Card),
}

/// A network with its sequence number in the export, from 1.
pub(crate) struct Numbered<'a> {
    pub(crate) number: usize,
    pub(crate) subject: Subject,
    pub(crate) network: Network<'a>,
}

/// A network as a Network Canvas session, with the client as its ego.
pub(crate) struct Session<'a> {
    /// Sequence number in the export, from 1.
    pub(crate) number: usize,
    /// The id of the map or the card.
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
    /// The supporters with their profiles.
    pub(crate) fn supporters(&self) -> impl Iterator<Item = (&'a Supporter, &'a Profile)> {
        let persons = &self.persons;
        self.whole.supporters.iter().filter_map(|one| Some((one, &persons.get(&one.person_id)?.profile)))
    }

    /// When the network had this state.
    pub(crate) fn recorded_at(&self) -> DateTime<Utc> {
        self.card.map_or(self.whole.map.updated_at, |card| card.created_at)
    }
}

/// Formats an instant for the files.
pub(crate) fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}
