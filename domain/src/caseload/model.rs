use crate::accounts::NamedUser;
use crate::clients::ExternalIdentifier;
use crate::maps::StepFacts;
use crate::vocabulary::{SupportType, words};
use crate::{CardId, ClientId, MapId, ShortText};
use chrono::{DateTime, NaiveDate, Utc};

words! {
    /// Why a client may need the coach's attention: a fact to look at, no score. The most urgent first.
    pub enum Attention {
        /// The day to look again at a map has passed.
        ReviewOverdue = "review-overdue", "Terugkijkdatum voorbij", "Review date passed";
        /// An open agreement is past its day.
        AgreementOverdue = "agreement-overdue", "Afspraak over tijd", "Agreement overdue";
        /// No card was made of any map yet.
        NeverACard = "never-a-card", "Nog geen kaart", "No card yet";
        /// The client needs a type of support nobody is there for.
        UncoveredType = "uncovered-type", "Steun die ontbreekt", "Support that is missing";
        /// The client needs a type of support only one person is there for.
        FragileType = "fragile-type", "Steun van één persoon", "Support from one person only";
    }
}

/// A client of a coach, with what the coach may know of the maps: what the client keeps private counts nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseloadEntry {
    /// The client.
    pub client_id: ClientId,
    /// The client's legal name.
    pub name: ShortText,
    /// What the client likes to be called, if that is another name.
    pub preferred_name: Option<ShortText>,
    /// The client's date of birth.
    pub date_of_birth: Option<NaiveDate>,
    /// The client's numbers in other systems, in their order.
    pub external_identifiers: Vec<ExternalIdentifier>,
    /// The card made last.
    pub last_card: Option<LastCard>,
    /// The first day, today or later, to look again at a map.
    pub next_review_on: Option<NaiveDate>,
    /// The first day to look again that has passed.
    pub overdue_review_on: Option<NaiveDate>,
    /// The agreements that are not finished.
    pub agreements: OpenAgreements,
    /// The map last worked on.
    pub latest_map: Option<LatestMap>,
}

/// A card, as far as a caseload tells of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastCard {
    /// The card.
    pub id: CardId,
    /// The map it was made of.
    pub map_id: MapId,
    /// Its number on its map.
    pub number: i64,
    /// When it was made.
    pub created_at: DateTime<Utc>,
}

/// Agreements that are planned, asked or accepted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OpenAgreements {
    /// How many.
    pub open: i64,
    /// How many of them are past their day.
    pub overdue: i64,
    /// The first day, today or later, that one is due.
    pub next_due_on: Option<NaiveDate>,
}

/// The map last worked on, and the needs on it that hang by a thread: a need above 0, and by how many supporters it is
/// covered, with support received now or that could be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LatestMap {
    /// The map.
    pub id: MapId,
    /// With what the client lives.
    pub theme: ShortText,
    /// When anything on it last changed.
    pub updated_at: DateTime<Utc>,
    /// Who made that change; none if it was not recorded.
    pub updated_by: Option<NamedUser>,
    /// What the states of its steps follow from, and how many supporters it has.
    pub facts: StepFacts,
    /// Types that exactly one supporter covers, in order of code.
    pub fragile: Vec<SupportType>,
    /// Types that nobody covers, in order of code.
    pub uncovered: Vec<SupportType>,
}

impl CaseloadEntry {
    /// The first day to look again at a map: one that has passed, else the next.
    #[must_use]
    pub fn review_on(&self) -> Option<NaiveDate> {
        self.overdue_review_on.or(self.next_review_on)
    }

    /// Why this client may need attention; empty for who needs none.
    #[must_use]
    pub fn attention(&self) -> Vec<Attention> {
        let on_map = |types: fn(&LatestMap) -> &Vec<SupportType>| {
            self.latest_map.as_ref().is_some_and(|map| !types(map).is_empty())
        };
        [
            (self.overdue_review_on.is_some(), Attention::ReviewOverdue),
            (self.agreements.overdue > 0, Attention::AgreementOverdue),
            (self.last_card.is_none(), Attention::NeverACard),
            (on_map(|map| &map.uncovered), Attention::UncoveredType),
            (on_map(|map| &map.fragile), Attention::FragileType),
        ]
        .into_iter()
        .filter_map(|(holds, reason)| holds.then_some(reason))
        .collect()
    }
}
