//! Writes the document one item at a time; only the positions of persons and maps stay in memory.

use super::document::{DocumentClient, DocumentPerson, DocumentSupportType, Format};
use super::from_client::Positions;
use crate::spool::unwritten;
use chrono::{DateTime, Utc};
use domain::cards::Card;
use domain::exports::{ExportHead, ExportedMap};
use domain::persons::Person;
use domain::vocabulary::SupportType;
use domain::{MapId, Result};
use serde::Serialize;
use std::io::Write;

/// The members before the lists, in the order of [`super::document::ClientDocument`].
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Head {
    format: Format,
    exported_at: DateTime<Utc>,
    client: DocumentClient,
    support_types: Vec<DocumentSupportType>,
}

/// The lists, in the order of the document.
const LISTS: [&str; 3] = ["persons", "maps", "cards"];
const PERSONS: usize = 0;
const MAPS: usize = 1;
const CARDS: usize = 2;

/// A document that is being written.
pub(super) struct JsonDocument<W> {
    to: W,
    positions: Positions,
    /// The index of the open list; `filled` is true once that list has an item.
    list: usize,
    filled: bool,
}

impl<W: Write> JsonDocument<W> {
    /// Begins the document. It includes only the support types in `used`.
    pub(super) fn new(head: &ExportHead, used: &[SupportType], maps: &[MapId], mut to: W) -> Result<Self> {
        let entries = head.support_types.iter().filter(|entry| used.contains(&entry.code));
        let head = Head {
            format: Format::OmringdClient1,
            exported_at: head.at,
            client: head.client.clone().into(),
            support_types: entries.cloned().map(Into::into).collect(),
        };
        let mut head = serde_json::to_vec(&head).map_err(domain::Error::internal)?;
        // Removes the closing brace, because the lists follow.
        head.pop();
        to.write_all(&head).map_err(unwritten)?;
        let mut document = Self { to, positions: Positions::new(maps), list: PERSONS, filled: false };
        document.open(PERSONS)?;
        Ok(document)
    }

    /// Adds a person. All persons come before the first map.
    pub(super) fn person(&mut self, person: Person) -> Result<()> {
        self.positions.person(person.id);
        self.item(PERSONS, &DocumentPerson::from(person))
    }

    /// Adds a map. All maps come before the first card.
    pub(super) fn map(&mut self, map: ExportedMap) -> Result<()> {
        let map = self.positions.map(map.whole, map.reflections);
        self.item(MAPS, &map)
    }

    /// Adds a card.
    pub(super) fn card(&mut self, card: Card) -> Result<()> {
        let card = self.positions.card(card)?;
        self.item(CARDS, &card)
    }

    /// Ends the document, and returns the writer.
    pub(super) fn finish(mut self) -> Result<W> {
        self.go_to(CARDS)?;
        self.raw("]}")?;
        Ok(self.to)
    }

    fn item<T: Serialize>(&mut self, list: usize, item: &T) -> Result<()> {
        self.go_to(list)?;
        if std::mem::replace(&mut self.filled, true) {
            self.raw(",")?;
        }
        serde_json::to_writer(&mut self.to, item).map_err(|error| unwritten(error.into()))
    }

    /// Closes the lists before this one, and opens the lists up to and including it.
    fn go_to(&mut self, list: usize) -> Result<()> {
        while self.list < list {
            self.raw("]")?;
            self.open(self.list + 1)?;
        }
        Ok(())
    }

    fn open(&mut self, list: usize) -> Result<()> {
        (self.list, self.filled) = (list, false);
        let name = LISTS.get(list).copied().unwrap_or_default();
        self.raw(&format!(",\"{name}\":["))
    }

    fn raw(&mut self, text: &str) -> Result<()> {
        self.to.write_all(text.as_bytes()).map_err(unwritten)
    }
}
