use crate::accounts::NamedUser;
use crate::clients::ExternalIdentifier;
use crate::maps::StepFacts;
use crate::vocabulary::{SupportType, words};
use crate::{CardId, ClientId, MapId, ShortText};
use chrono::{DateTime, NaiveDate, Utc};

words! {
    /// A reason for which a client may need the coach's attention, most urgent first. Not a score.
    pub enum Attention {
        /// The review date of a map has passed.
        ReviewOverdue = "review-overdue", "Terugkijkdatum voorbij", "Review date passed";
        /// An open agreement is past its due date.
        AgreementOverdue = "agreement-overdue", "Afspraak over tijd", "Agreement overdue";
        /// The client has no card of any map.
        NeverACard = "never-a-card", "Nog geen kaart", "No card yet";
        /// A needed type of support has no available supporter.
        UncoveredType = "uncovered-type", "Steun die ontbreekt", "Support that is missing";
        /// A needed type of support has one available supporter.
        FragileType = "fragile-type", "Steun van één persoon", "Support from one person only";
    }
}

/// A client in a coach's caseload. Private maps are excluded from all its data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseloadEntry {
    /// The client.
    pub client_id: ClientId,
    /// The client's legal name.
    pub name: ShortText,
    /// The name by which the client prefers to be called, if different.
    pub preferred_name: Option<ShortText>,
    /// The client's date of birth.
    pub date_of_birth: Option<NaiveDate>,
    /// The client's identifiers in other systems.
    pub external_identifiers: Vec<ExternalIdentifier>,
    /// The most recent card.
    pub last_card: Option<LastCard>,
    /// The earliest review date today or later.
    pub next_review_on: Option<NaiveDate>,
    /// The earliest review date that has passed.
    pub overdue_review_on: Option<NaiveDate>,
    /// Open agreements.
    pub agreements: OpenAgreements,
    /// The map changed last.
    pub latest_map: Option<LatestMap>,
}

/// A card as shown in a caseload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastCard {
    /// The card.
    pub id: CardId,
    /// The map of which it is a version.
    pub map_id: MapId,
    /// Sequence number of the card within its map, from 1.
    pub number: i64,
    /// When the card was made.
    pub created_at: DateTime<Utc>,
}

/// Counts of agreements that are planned, asked or accepted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OpenAgreements {
    /// Number of open agreements.
    pub open: i64,
    /// Number of open agreements past their due date.
    pub overdue: i64,
    /// The earliest due date today or later.
    pub next_due_on: Option<NaiveDate>,
}

/// The map changed last, with its fragile and uncovered needs.
///
/// These are needs above 0 with one available supporter and with none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LatestMap {
    /// The map.
    pub id: MapId,
    /// The theme of the map: what the client lives with.
    pub theme: ShortText,
    /// When anything on the map last changed.
    pub updated_at: DateTime<Utc>,
    /// The user who made that change; `None` if not recorded.
    pub updated_by: Option<NamedUser>,
    /// The counts from which the states of the five steps are derived.
    pub facts: StepFacts,
    /// Types with exactly one available supporter, ordered by code.
    pub fragile: Vec<SupportType>,
    /// Types without an available supporter, ordered by code.
    pub uncovered: Vec<SupportType>,
}

impl CaseloadEntry {
    /// The most relevant review date: the earliest that has passed, otherwise the next.
    #[must_use]
    pub fn review_on(&self) -> Option<NaiveDate> {
        self.overdue_review_on.or(self.next_review_on)
    }

    /// The reasons for attention; empty if there are none.
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
