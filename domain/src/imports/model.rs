use crate::access::Role;
use crate::needs::Need;
use crate::persons::Profile;
use crate::support_types::SupportTypeEntry;
use crate::supporters::{Answers, Intensity};
use crate::vocabulary::{AgreementStatus, SupportType};
use crate::{LongText, ShortText};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// All data of a client, without ids.
///
/// Items refer to each other by their position in their list, from 1.
#[derive(Clone, Debug, Default)]
pub struct ImportedClient {
    /// The persons.
    pub persons: Vec<ImportedPerson>,
    /// The maps.
    pub maps: Vec<ImportedMap>,
    /// The cards.
    pub cards: Vec<ImportedCard>,
}

/// A person in the client's life.
#[derive(Clone, Debug)]
pub struct ImportedPerson {
    /// The profile of the person.
    pub profile: Profile,
    /// Whether the person belongs to the past.
    pub past: bool,
    /// Creation and last change.
    pub timestamps: Timestamps,
}

/// When an item was created and last changed.
#[derive(Clone, Copy, Debug)]
pub struct Timestamps {
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

/// A map with everything on it, or the part of one that a card contains.
#[derive(Clone, Debug)]
pub struct ImportedMap {
    /// What the client lives with.
    pub theme: ShortText,
    /// Whether the map is private to the client.
    pub private: bool,
    /// The answer to "I have named everyone".
    pub everyone_named: Option<bool>,
    /// The answer to "I have named every tie".
    pub every_tie_named: Option<bool>,
    /// The review date.
    pub review_on: Option<NaiveDate>,
    /// Creation and last change.
    pub timestamps: Timestamps,
    /// The supporters on the map.
    pub supporters: Vec<ImportedSupporter>,
    /// The ties between supporters.
    pub ties: Vec<ImportedTie>,
    /// The needs, at most one per support type.
    pub needs: Vec<Need>,
    /// The agreements on the map.
    pub agreements: Vec<ImportedAgreement>,
    /// The client's reflections; `None` on a card without them.
    pub reflections: Option<Vec<(LongText, Timestamps)>>,
}

/// A person placed on a map.
#[derive(Clone, Debug)]
pub struct ImportedSupporter {
    /// Position of the person, from 1.
    pub person: usize,
    /// The client's answers about the supporter.
    pub answers: Answers,
    /// Creation and last change.
    pub timestamps: Timestamps,
}

/// Two supporters who know each other.
#[derive(Clone, Debug)]
pub struct ImportedTie {
    /// Positions of the two supporters, from 1.
    pub supporters: [usize; 2],
    /// The strength of the tie, if answered.
    pub strength: Option<Intensity>,
    /// Creation and last change.
    pub timestamps: Timestamps,
}

/// An agreement on a map.
#[derive(Clone, Debug)]
pub struct ImportedAgreement {
    /// What is asked.
    pub text: LongText,
    /// Position of the supporter who is asked, from 1.
    pub supporter: Option<usize>,
    /// The type of support asked for.
    pub support_type: Option<SupportType>,
    /// The due date.
    pub due_on: Option<NaiveDate>,
    /// The progress of the agreement.
    pub status: AgreementStatus,
    /// Creation and last change.
    pub timestamps: Timestamps,
}

/// An immutable version of a map.
#[derive(Clone, Debug)]
pub struct ImportedCard {
    /// Position of the map, from 1.
    pub map: usize,
    /// Sequence number of the card within its map, from 1.
    pub number: i64,
    /// The role in which it was made: coach or client.
    pub made_as: Role,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// Whether the content matches the hash in the document.
    pub intact: bool,
    /// Positions of the client's persons who are the card's persons, in order.
    ///
    /// A position beyond the end of the list is a person who no longer exists; equal positions are the same person.
    pub persons: Vec<usize>,
    /// The card's data of its persons.
    pub profiles: Vec<ImportedCardPerson>,
    /// The content; its supporters refer to the card's persons.
    pub content: ImportedMap,
    /// The support types when the card was made.
    pub support_types: Vec<SupportTypeEntry>,
}

/// The number of imported items.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imported {
    /// Number of persons.
    pub persons: usize,
    /// Number of maps.
    pub maps: usize,
    /// Number of cards.
    pub cards: usize,
}

/// A person on an imported card.
#[derive(Clone, Debug)]
pub struct ImportedCardPerson {
    /// The card's data of the person; `None` if redacted.
    pub profile: Option<Profile>,
    /// Whether the person belonged to the past when the card was made.
    pub past: bool,
    /// Creation and last change of the person.
    pub timestamps: Timestamps,
}
