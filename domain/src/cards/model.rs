use super::{Change, Digest, Turnover};
use crate::access::Role;
use crate::accounts::NamedUser;
use crate::clients::Client;
use crate::maps::WholeMap;
use crate::reflections::Reflection;
use crate::support_types::{SupportTypeEntry, Vocabulary};
use crate::{CardId, ClientId, MapId, PersonId};
use chrono::{DateTime, NaiveDate, Utc};

/// A map as it was when the card was made. Never changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Which card, made by whom and when.
    pub head: CardHead,
    /// What is on it.
    pub content: Content,
}

/// A card without what is on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardHead {
    /// Id.
    pub id: CardId,
    /// Whose map it is a version of.
    pub client_id: ClientId,
    /// The map.
    pub map_id: MapId,
    /// The how-manieth card of its map, from 1.
    pub number: i64,
    /// Who made it; none if it came in with an import.
    pub made_by: Option<NamedUser>,
    /// As what: coach or client.
    pub made_as: Role,
    /// When to look again, as it was on the map.
    pub review_on: Option<NaiveDate>,
    /// SHA-256 of the content as it is kept.
    pub content_hash: Digest,
    /// When it was made.
    pub created_at: DateTime<Utc>,
}

/// What a card carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// The map with everything on it. A person who was taken off has a neutral alias and nothing else.
    pub whole: WholeMap,
    /// The persons who were taken off every card since, in order of id.
    pub redacted: Vec<PersonId>,
    /// The organisation's support types at the time, for their labels.
    pub support_types: Vec<SupportTypeEntry>,
    /// The client's own words, if the client chose to have them on it.
    pub reflections: Option<Vec<Reflection>>,
}

/// What is needed to make a card.
#[derive(Clone, Copy, Debug, Default)]
pub struct NewCard {
    /// Whether the client's own words go on it: for the client to choose.
    pub include_reflections: bool,
}

/// Two cards of one client, and what changed from the one to the other.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The one.
    pub from: Card,
    /// The other.
    pub to: Card,
    /// What changed.
    pub changes: Vec<Change>,
    /// How many came and went.
    pub turnover: Turnover,
}

/// What a card made now would carry.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The map with everything on it.
    pub whole: WholeMap,
    /// The organisation's support types.
    pub vocabulary: Vocabulary,
    /// Today.
    pub on: NaiveDate,
    /// Whose map it is, if that was asked for.
    pub client: Option<Client>,
}

/// A card, with the day it was made.
#[derive(Clone, Debug)]
pub struct DatedCard {
    /// The card.
    pub card: Card,
    /// The day in the organisation's time zone.
    pub on: NaiveDate,
    /// Whose card it is, if that was asked for.
    pub client: Option<Client>,
}
