use crate::schema;
use chrono::{DateTime, NaiveDate, Utc};
use domain::ShortText;
use domain::caseload::{Attention, CaseloadEntry, LastCard, LatestMap, OpenAgreements};
use domain::vocabulary::SupportType;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A client of yours.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = CaseloadEntry)]
pub(super) struct CaseloadEntryView {
    client_id: Uuid,
    /// The client's legal name.
    #[schema(value_type = schema::ShortText)]
    name: ShortText,
    /// What the client likes to be called, if that is another name.
    #[schema(value_type = Option<schema::ShortText>, required)]
    preferred_name: Option<ShortText>,
    /// The card made last; null if there is none.
    #[schema(required)]
    last_card: Option<LastCardView>,
    /// The first day, today or later, to look again at a map.
    #[schema(value_type = Option<NaiveDate>, required)]
    next_review_on: Option<NaiveDate>,
    /// The first day to look again that has passed.
    #[schema(value_type = Option<NaiveDate>, required)]
    overdue_review_on: Option<NaiveDate>,
    agreements: OpenAgreementsView,
    /// The map last worked on; null if there is none.
    #[schema(required)]
    latest_map: Option<LatestMapView>,
    /// Why to look at this client; empty if there is no reason.
    #[schema(value_type = Vec<schema::Attention>)]
    attention: Vec<Attention>,
}

/// A card, in short.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = LastCard)]
struct LastCardView {
    id: Uuid,
    /// Its number on its map.
    #[schema(minimum = 1)]
    number: i64,
    created_at: DateTime<Utc>,
}

/// The agreements that are planned, asked or accepted.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = OpenAgreements)]
struct OpenAgreementsView {
    /// How many.
    #[schema(minimum = 0)]
    open: i64,
    /// How many of them are past their day.
    #[schema(minimum = 0)]
    overdue: i64,
    /// The first day, today or later, that one is due.
    #[schema(value_type = Option<NaiveDate>, required)]
    next_due_on: Option<NaiveDate>,
}

/// The map last worked on.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = LatestMap)]
struct LatestMapView {
    id: Uuid,
    /// When anything on it last changed.
    updated_at: DateTime<Utc>,
    /// Types of support the client needs that one supporter alone gives or could be asked for.
    #[schema(value_type = Vec<schema::SupportType>)]
    fragile: Vec<SupportType>,
    /// Types of support the client needs and nobody gives or could be asked for.
    #[schema(value_type = Vec<schema::SupportType>)]
    uncovered: Vec<SupportType>,
}

impl From<CaseloadEntry> for CaseloadEntryView {
    fn from(entry: CaseloadEntry) -> Self {
        Self {
            attention: entry.attention(),
            client_id: entry.client_id.0,
            name: entry.name,
            preferred_name: entry.preferred_name,
            last_card: entry.last_card.map(Into::into),
            next_review_on: entry.next_review_on,
            overdue_review_on: entry.overdue_review_on,
            agreements: entry.agreements.into(),
            latest_map: entry.latest_map.map(Into::into),
        }
    }
}

impl From<LastCard> for LastCardView {
    fn from(card: LastCard) -> Self {
        Self { id: card.id.0, number: card.number, created_at: card.created_at }
    }
}

impl From<OpenAgreements> for OpenAgreementsView {
    fn from(agreements: OpenAgreements) -> Self {
        Self { open: agreements.open, overdue: agreements.overdue, next_due_on: agreements.next_due_on }
    }
}

impl From<LatestMap> for LatestMapView {
    fn from(map: LatestMap) -> Self {
        Self { id: map.id.0, updated_at: map.updated_at, fragile: map.fragile, uncovered: map.uncovered }
    }
}
