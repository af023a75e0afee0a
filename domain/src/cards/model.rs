use crate::access::Role;
use crate::maps::WholeMap;
use crate::reflections::Reflection;
use crate::support_types::SupportTypeEntry;
use crate::{CardId, UserId};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A map as it was when the card was made. Never changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// Id.
    pub id: CardId,
    /// The how-manieth card of its map, from 1.
    pub number: i64,
    /// Who made it; none if it came in with an import.
    pub made_by: Option<UserId>,
    /// As what.
    pub made_as: Role,
    /// What is on it.
    pub content: Content,
    /// SHA-256 of the content.
    pub content_hash: [u8; 32],
    /// When it was made.
    pub created_at: DateTime<Utc>,
}

/// What a card carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// The map with everything on it.
    pub whole: WholeMap,
    /// The organisation's support types at the time, for their labels.
    pub support_types: Vec<SupportTypeEntry>,
    /// The client's own words, if the client chose to have them on it.
    pub reflections: Option<Vec<Reflection>>,
}
