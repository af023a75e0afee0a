use crate::response::etag;
use crate::schema;
use crate::v1::assignments::CoachView;
use crate::v1::caseload::LastCardView;
use crate::v1::clients::ClientView;
use crate::v1::maps::{MapView, StepView};
use crate::v1::users::NamedUserView;
use chrono::{DateTime, NaiveDate, Utc};
use domain::overviews::{AgreementOverview, MapOverview, NamedSupporter, Overview};
use domain::vocabulary::{AgreementStatus, SupportType};
use domain::{LongText, ShortText};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A client's page.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Overview)]
pub(super) struct OverviewView {
    client: ClientView,
    /// The `ETag` of the client, for `If-Match`.
    #[schema(example = "\"1\"")]
    client_etag: String,
    /// The map changed last comes first.
    #[schema(max_items = 200)]
    maps: Vec<MapOverviewView>,
    agreements: AgreementsView,
    /// The coaches who work with the client now.
    coaches: Vec<CoachView>,
}

/// A map with its progress.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = MapOverview)]
struct MapOverviewView {
    #[serde(flatten)]
    map: MapView,
    /// The `ETag`, for `If-Match`.
    #[schema(example = "\"1\"")]
    etag: String,
    /// The user who last changed anything on it; null if not recorded.
    #[schema(required)]
    updated_by: Option<NamedUserView>,
    /// How many supporters are on it.
    #[schema(minimum = 0)]
    supporters: usize,
    /// The five steps in their order.
    #[schema(min_items = 5, max_items = 5)]
    steps: Vec<StepView>,
    /// The latest card of the map; null if there is none.
    #[schema(required)]
    last_card: Option<LastCardView>,
}

/// The agreements that are planned, asked or accepted.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = AgreementsOverview)]
struct AgreementsView {
    /// How many.
    #[schema(minimum = 0)]
    open: i64,
    /// How many of them are overdue.
    #[schema(minimum = 0)]
    overdue: i64,
    /// The earliest due date, today or later.
    #[schema(value_type = Option<NaiveDate>, required)]
    next_due_on: Option<NaiveDate>,
    /// The first 200: earliest due date first, those without one last.
    #[schema(max_items = 200)]
    items: Vec<AgreementOverviewView>,
}

/// An agreement, with the supporter who is asked.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = AgreementOverview)]
struct AgreementOverviewView {
    id: Uuid,
    map_id: Uuid,
    /// The supporter who is asked; null for no particular one.
    #[schema(required)]
    supporter: Option<NamedSupporterView>,
    #[schema(value_type = Option<schema::SupportType>, required)]
    support_type: Option<SupportType>,
    #[schema(value_type = schema::LongText)]
    text: LongText,
    /// Due date; null means none.
    #[schema(value_type = Option<NaiveDate>, required)]
    due_on: Option<NaiveDate>,
    #[schema(value_type = schema::AgreementStatus)]
    status: AgreementStatus,
    /// The `ETag`, for `If-Match`.
    #[schema(example = "\"1\"")]
    etag: String,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

/// A supporter, with the alias of the person beside the id.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NamedSupporter)]
struct NamedSupporterView {
    id: Uuid,
    #[schema(value_type = schema::ShortText, example = "Anna")]
    name: ShortText,
}

impl From<Overview> for OverviewView {
    fn from(overview: Overview) -> Self {
        let open = overview.open;
        Self {
            client_etag: etag(overview.client.version),
            client: overview.client.into(),
            maps: overview.maps.into_iter().map(Into::into).collect(),
            agreements: AgreementsView {
                open: open.open,
                overdue: open.overdue,
                next_due_on: open.next_due_on,
                items: overview.agreements.into_iter().map(Into::into).collect(),
            },
            coaches: overview.coaches.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<MapOverview> for MapOverviewView {
    fn from(overview: MapOverview) -> Self {
        Self {
            etag: etag(overview.map.version),
            map: overview.map.into(),
            updated_by: overview.updated_by.map(Into::into),
            supporters: overview.facts.supporters,
            steps: overview.facts.steps().map(StepView::from).into(),
            last_card: overview.last_card.map(Into::into),
        }
    }
}

impl From<AgreementOverview> for AgreementOverviewView {
    fn from(AgreementOverview { agreement, supporter }: AgreementOverview) -> Self {
        Self {
            id: agreement.id.0,
            map_id: agreement.map_id.0,
            supporter: supporter.map(Into::into),
            support_type: agreement.support_type,
            text: agreement.text,
            due_on: agreement.due_on,
            status: agreement.status,
            etag: etag(agreement.version),
            created_at: agreement.created_at,
            updated_at: agreement.updated_at,
        }
    }
}

impl From<NamedSupporter> for NamedSupporterView {
    fn from(supporter: NamedSupporter) -> Self {
        Self { id: supporter.id.0, name: supporter.name }
    }
}
