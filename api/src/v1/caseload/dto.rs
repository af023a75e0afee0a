use crate::extract::NextPage;
use crate::response::page;
use crate::schema;
use crate::v1::clients::ExternalIdentifierView;
use crate::v1::maps::StepView;
use crate::v1::users::NamedUserView;
use actix_web::body::BoxBody;
use actix_web::{HttpRequest, HttpResponse, Responder};
use chrono::{DateTime, NaiveDate, Utc};
use domain::ShortText;
use domain::caseload::{Attention, CaseloadEntry, CaseloadPage, Facets, LastCard, LatestMap, OpenAgreements};
use domain::vocabulary::SupportType;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A page of your caseload.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Caseload)]
pub(super) struct CaseloadView {
    /// The clients of this page.
    items: Vec<CaseloadEntryView>,
    /// The address of the next page; null on the last.
    #[schema(required)]
    next: Option<String>,
    /// Counts over the whole caseload, regardless of page and filter.
    facets: FacetsView,
}

/// A client in your caseload.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = CaseloadEntry)]
struct CaseloadEntryView {
    client_id: Uuid,
    /// The client's legal name.
    #[schema(value_type = schema::ShortText)]
    name: ShortText,
    /// The name the client prefers; null if it is the legal name.
    #[schema(value_type = Option<schema::ShortText>, required)]
    preferred_name: Option<ShortText>,
    /// Null means unknown.
    #[schema(value_type = Option<NaiveDate>, required, example = "1974-05-03")]
    date_of_birth: Option<NaiveDate>,
    /// The client's numbers in other systems.
    external_identifiers: Vec<ExternalIdentifierView>,
    /// The latest card; null if there is none.
    #[schema(required)]
    last_card: Option<LastCardView>,
    /// The earliest review date, today or later.
    #[schema(value_type = Option<NaiveDate>, required)]
    next_review_on: Option<NaiveDate>,
    /// The earliest review date in the past.
    #[schema(value_type = Option<NaiveDate>, required)]
    overdue_review_on: Option<NaiveDate>,
    agreements: OpenAgreementsView,
    /// The map changed last; null if there is none.
    #[schema(required)]
    latest_map: Option<LatestMapView>,
    /// Why this client may need attention; empty without a reason.
    #[schema(value_type = Vec<schema::Attention>)]
    attention: Vec<Attention>,
}

/// Numbers of clients in the whole caseload.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CaseloadFacets)]
struct FacetsView {
    /// All of them.
    #[schema(minimum = 0, example = 46)]
    clients: usize,
    /// Every reason, most urgent first, including those with no clients.
    attention: Vec<AttentionCountView>,
}

/// How many clients need attention for this reason.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AttentionCount)]
struct AttentionCountView {
    #[schema(value_type = schema::Attention)]
    code: Attention,
    /// How many.
    #[schema(minimum = 0, example = 3)]
    clients: usize,
}

/// A card, in short.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = LastCard)]
pub(in crate::v1) struct LastCardView {
    id: Uuid,
    /// The map of the card.
    map_id: Uuid,
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
    /// How many of them are overdue.
    #[schema(minimum = 0)]
    overdue: i64,
    /// The earliest due date, today or later.
    #[schema(value_type = Option<NaiveDate>, required)]
    next_due_on: Option<NaiveDate>,
}

/// The map changed last.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = LatestMap)]
struct LatestMapView {
    id: Uuid,
    /// The theme: what the client lives with.
    #[schema(value_type = schema::ShortText, example = "dementie")]
    theme: ShortText,
    /// When anything on it last changed.
    updated_at: DateTime<Utc>,
    /// The user who made that change; null if not recorded.
    #[schema(required)]
    updated_by: Option<NamedUserView>,
    /// How many supporters are on it.
    #[schema(minimum = 0)]
    supporters: usize,
    /// The five steps in their order.
    #[schema(min_items = 5, max_items = 5)]
    steps: Vec<StepView>,
    /// Support types the client needs that only one supporter gives or could be asked for.
    #[schema(value_type = Vec<schema::SupportType>)]
    fragile: Vec<SupportType>,
    /// Support types the client needs that no supporter gives or could be asked for.
    #[schema(value_type = Vec<schema::SupportType>)]
    uncovered: Vec<SupportType>,
}

impl CaseloadView {
    pub(super) fn of(found: CaseloadPage, next: &NextPage) -> Self {
        Self {
            items: found.page.items.into_iter().map(Into::into).collect(),
            next: found.page.next.map(|id| next.after(id)),
            facets: found.facets.into(),
        }
    }
}

impl Responder for CaseloadView {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        page(self.next.as_deref(), &self)
    }
}

impl From<CaseloadEntry> for CaseloadEntryView {
    fn from(entry: CaseloadEntry) -> Self {
        Self {
            attention: entry.attention(),
            client_id: entry.client_id.0,
            name: entry.name,
            preferred_name: entry.preferred_name,
            date_of_birth: entry.date_of_birth,
            external_identifiers: entry.external_identifiers.into_iter().map(Into::into).collect(),
            last_card: entry.last_card.map(Into::into),
            next_review_on: entry.next_review_on,
            overdue_review_on: entry.overdue_review_on,
            agreements: entry.agreements.into(),
            latest_map: entry.latest_map.map(Into::into),
        }
    }
}

impl From<Facets> for FacetsView {
    fn from(facets: Facets) -> Self {
        let count = |(code, clients)| AttentionCountView { code, clients };
        Self { clients: facets.clients, attention: facets.attention.into_iter().map(count).collect() }
    }
}

impl From<LastCard> for LastCardView {
    fn from(card: LastCard) -> Self {
        Self { id: card.id.0, map_id: card.map_id.0, number: card.number, created_at: card.created_at }
    }
}

impl From<OpenAgreements> for OpenAgreementsView {
    fn from(agreements: OpenAgreements) -> Self {
        Self { open: agreements.open, overdue: agreements.overdue, next_due_on: agreements.next_due_on }
    }
}

impl From<LatestMap> for LatestMapView {
    fn from(map: LatestMap) -> Self {
        Self {
            id: map.id.0,
            theme: map.theme,
            updated_at: map.updated_at,
            updated_by: map.updated_by.map(Into::into),
            supporters: map.facts.supporters,
            steps: map.facts.steps().map(StepView::from).into(),
            fragile: map.fragile,
            uncovered: map.uncovered,
        }
    }
}
