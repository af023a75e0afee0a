use super::{Change, Digest, Turnover};
use crate::access::Role;
use crate::accounts::NamedUser;
use crate::audit::Disclosure;
use crate::clients::Client;
use crate::maps::WholeMap;
use crate::reflections::Reflection;
use crate::support_types::{SupportTypeEntry, Vocabulary};
use crate::{CardId, ClientId, MapId, PersonId};
use chrono::{DateTime, NaiveDate, Utc};

/// An immutable version of a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The metadata of the card.
    pub head: CardHead,
    /// The content of the card.
    pub content: Content,
}

impl Disclosure for Card {}

/// The metadata of a card, without its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardHead {
    /// Unique identifier.
    pub id: CardId,
    /// The client who owns the map.
    pub client_id: ClientId,
    /// The map of which it is a version.
    pub map_id: MapId,
    /// Sequence number of the card within its map, from 1.
    pub number: i64,
    /// The user who made the card; `None` if it was imported.
    pub made_by: Option<NamedUser>,
    /// The role in which it was made: coach or client.
    pub made_as: Role,
    /// The review date of the map at that time.
    pub review_on: Option<NaiveDate>,
    /// SHA-256 of the stored content.
    pub content_hash: Digest,
    /// When the card was made.
    pub created_at: DateTime<Utc>,
}

impl Disclosure for CardHead {}

/// The content of a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// The map with everything on it. A redacted person has a neutral alias and no other data.
    pub whole: WholeMap,
    /// The persons redacted from the card, ordered by id.
    pub redacted: Vec<PersonId>,
    /// The organisation's support types when the card was made, for their labels.
    pub support_types: Vec<SupportTypeEntry>,
    /// The client's reflections, if the client chose to include them.
    pub reflections: Option<Vec<Reflection>>,
}

/// Input for making a card.
#[derive(Clone, Copy, Debug, Default)]
pub struct NewCard {
    /// Whether to include the client's reflections; only the client may choose this.
    pub include_reflections: bool,
}

/// Two cards of one client and the differences between them.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The earlier card.
    pub from: Card,
    /// The later card.
    pub to: Card,
    /// The differences.
    pub changes: Vec<Change>,
    /// The number of supporters added and lost.
    pub turnover: Turnover,
}

impl Disclosure for Comparison {}

/// The content of a card if it were made now.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The map with everything on it.
    pub whole: WholeMap,
    /// The organisation's support types.
    pub vocabulary: Vocabulary,
    /// The current date in the organisation's time zone.
    pub on: NaiveDate,
    /// The client, if requested.
    pub client: Option<Client>,
}

impl Disclosure for Preview {}

/// A card and the date on which it was made.
#[derive(Clone, Debug)]
pub struct DatedCard {
    /// The card.
    pub card: Card,
    /// The date in the organisation's time zone.
    pub on: NaiveDate,
    /// The client, if requested.
    pub client: Option<Client>,
}

impl Disclosure for DatedCard {}
