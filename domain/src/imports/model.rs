use crate::access::Role;
use crate::needs::Need;
use crate::persons::Profile;
use crate::support_types::SupportTypeEntry;
use crate::supporters::{Answers, Intensity};
use crate::vocabulary::{AgreementStatus, SupportType};
use crate::{LongText, ShortText};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// Everything of a client, without ids: things refer to one another by their place in their list, from 1.
#[derive(Clone, Debug, Default)]
pub struct ImportedClient {
    /// The persons.
    pub persons: Vec<ImportedPerson>,
    /// The maps.
    pub maps: Vec<ImportedMap>,
    /// The cards.
    pub cards: Vec<ImportedCard>,
}

/// Somebody in the client's life.
#[derive(Clone, Debug)]
pub struct ImportedPerson {
    /// What is known of them.
    pub profile: Profile,
    /// Whether they belong to the past.
    pub past: bool,
    /// When.
    pub timestamps: Timestamps,
}

/// When something was made, and when it last changed.
#[derive(Clone, Copy, Debug)]
pub struct Timestamps {
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

/// A map with everything on it, or what a card has of one.
#[derive(Clone, Debug)]
pub struct ImportedMap {
    /// Theme.
    pub theme: ShortText,
    /// Whether the client keeps it to themself.
    pub private: bool,
    /// "I have named everyone".
    pub everyone_named: Option<bool>,
    /// "I have named every tie".
    pub every_tie_named: Option<bool>,
    /// When to look again.
    pub review_on: Option<NaiveDate>,
    /// When.
    pub timestamps: Timestamps,
    /// The supporters.
    pub supporters: Vec<ImportedSupporter>,
    /// The ties.
    pub ties: Vec<ImportedTie>,
    /// The needs.
    pub needs: Vec<Need>,
    /// The agreements.
    pub agreements: Vec<ImportedAgreement>,
    /// The client's own words; none on a card without.
    pub reflections: Option<Vec<(LongText, Timestamps)>>,
}

/// A supporter.
#[derive(Clone, Debug)]
pub struct ImportedSupporter {
    /// Which of the persons.
    pub person: usize,
    /// What the client says of them.
    pub answers: Answers,
    /// When.
    pub timestamps: Timestamps,
}

/// A tie.
#[derive(Clone, Debug)]
pub struct ImportedTie {
    /// Which two of the supporters.
    pub supporters: [usize; 2],
    /// How strong.
    pub strength: Option<Intensity>,
    /// When.
    pub timestamps: Timestamps,
}

/// An agreement.
#[derive(Clone, Debug)]
pub struct ImportedAgreement {
    /// What.
    pub text: LongText,
    /// Which of the supporters is asked.
    pub supporter: Option<usize>,
    /// Which type of support.
    pub support_type: Option<SupportType>,
    /// By when.
    pub due_on: Option<NaiveDate>,
    /// Where it stands.
    pub status: AgreementStatus,
    /// When.
    pub timestamps: Timestamps,
}

/// A card.
#[derive(Clone, Debug)]
pub struct ImportedCard {
    /// Which of the maps.
    pub map: usize,
    /// The how-manieth card of that map.
    pub number: i64,
    /// As what it was made: coach or client.
    pub made_as: Role,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// Whether the content is what the hash beside it says.
    pub intact: bool,
    /// Which of the client's persons the card's persons are, in their order. Past the end of the persons stands who
    /// is none of them any more: the same number is the same person.
    pub persons: Vec<usize>,
    /// What the card tells of its persons.
    pub profiles: Vec<ImportedCardPerson>,
    /// What is on it; its supporters are of the card's persons.
    pub content: ImportedMap,
    /// The support types at the time.
    pub support_types: Vec<SupportTypeEntry>,
}

/// How much came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imported {
    /// Persons.
    pub persons: usize,
    /// Maps.
    pub maps: usize,
    /// Cards.
    pub cards: usize,
}

/// A person on a card that comes in.
#[derive(Clone, Debug)]
pub struct ImportedCardPerson {
    /// What the card tells of them; nothing of whoever was taken off it.
    pub profile: Option<Profile>,
    /// Whether they belonged to the past when the card was made.
    pub past: bool,
    /// When they were named and last changed.
    pub timestamps: Timestamps,
}
