use crate::extract::{Head, Needs, Part, Patch};
use crate::response::{Versioned, etag};
use crate::schema;
use crate::v1::needs::NeedView;
use crate::v1::persons::PersonView;
use crate::v1::supporters::SupporterView;
use crate::v1::ties::TieView;
use crate::v1::users::NamedUserView;
use chrono::{DateTime, NaiveDate, Utc};
use domain::agreements::Agreement;
use domain::maps::{LastChange, Map, MapChanges, NewMap, Step, StepProgress, WholeMap};
use domain::vocabulary::{AgreementStatus, StepState, SupportType};
use domain::{LongText, ShortText, Version};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A new map.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct CreateMap {
    /// The theme of "Mijn leven met …": what the client lives with.
    #[schema(value_type = schema::ShortText, example = "dementie")]
    theme: ShortText,
    /// Whether only the client sees it. Only the client can set this.
    #[serde(default)]
    private: bool,
}

/// A merge patch (RFC 7396) of a map, without its content.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct UpdateMap {
    /// The theme: what the client lives with.
    #[schema(value_type = schema::ShortText, required = false, example = "dementie")]
    theme: Option<ShortText>,
    /// Whether only the client sees it. Only the client can set this.
    #[schema(value_type = bool, required = false)]
    private: Option<bool>,
    /// "I have named everyone"; null is unanswered.
    #[serde(default)]
    #[schema(value_type = Option<bool>)]
    everyone_named: Patch<bool>,
    /// "I have named every tie"; null is unanswered.
    #[serde(default)]
    #[schema(value_type = Option<bool>)]
    every_tie_named: Patch<bool>,
    /// Review date; null removes it.
    #[serde(default)]
    #[schema(value_type = Option<NaiveDate>, example = "2027-05-01")]
    review_on: Patch<NaiveDate>,
}

/// A map, without its content.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Map)]
pub(in crate::v1) struct MapView {
    id: Uuid,
    client_id: Uuid,
    #[schema(value_type = schema::ShortText)]
    theme: ShortText,
    /// Whether only the client sees the map.
    private: bool,
    /// Review date; null means none.
    #[schema(value_type = Option<NaiveDate>, required)]
    review_on: Option<NaiveDate>,
    /// The `ETag` of the map with its content.
    #[schema(example = "\"57\"")]
    etag: String,
    /// The `ETag` of the map without its content: the `If-Match` of `updateMap`.
    #[schema(example = "\"3-head\"")]
    head_etag: String,
    /// The `ETag` of its needs: the `If-Match` of `replaceNeeds`.
    #[schema(example = "\"5-needs\"")]
    needs_etag: String,
    created_at: DateTime<Utc>,
    /// When anything on it last changed.
    updated_at: DateTime<Utc>,
}

/// A map with its content.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WholeMap)]
pub(in crate::v1) struct WholeMapView {
    #[serde(flatten)]
    map: MapView,
    /// "I have named everyone"; null is unanswered.
    #[schema(required)]
    everyone_named: Option<bool>,
    /// "I have named every tie"; null is unanswered.
    #[schema(required)]
    every_tie_named: Option<bool>,
    /// The persons who are on it.
    persons: Vec<PersonView>,
    supporters: Vec<SupporterView>,
    ties: Vec<TieView>,
    needs: Vec<NeedView>,
    agreements: Vec<MapAgreementView>,
    /// The five steps in their order.
    #[schema(min_items = 5, max_items = 5)]
    steps: Vec<StepView>,
    #[serde(skip)]
    version: Version,
}

/// The latest change of a map.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = MapChange, example = json!({
    "version": 57, "etag": "\"57\"",
    "by": { "id": "01990f3c-2a4e-7c55-8d1f-3b0a6c9e4d02", "name": "Anouk Visser" },
    "requestId": "01990f3c-2a4e-7c55-8d1f-3b0a6c9e4d03",
}))]
pub(super) struct MapChangeView {
    version: Version,
    /// The `ETag` of the map with its content.
    #[schema(example = "\"57\"")]
    etag: String,
    /// The user who made it; null if not recorded.
    #[schema(required)]
    by: Option<NamedUserView>,
    /// The `X-Request-Id` of the request that made it; null if not recorded.
    #[schema(required)]
    request_id: Option<String>,
}

impl From<LastChange> for MapChangeView {
    fn from(change: LastChange) -> Self {
        Self {
            version: change.version,
            etag: etag(change.version),
            by: change.by.map(Into::into),
            request_id: change.request,
        }
    }
}

/// An agreement on a map.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = MapAgreement)]
pub(super) struct MapAgreementView {
    id: Uuid,
    #[schema(required)]
    supporter_id: Option<Uuid>,
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

/// Progress of a step, derived from the map. Steps can be done in any order.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = StepProgress)]
pub(in crate::v1) struct StepView {
    #[schema(value_type = schema::Step)]
    step: Step,
    #[schema(value_type = schema::StepState)]
    state: StepState,
}

impl Versioned for WholeMapView {
    fn version(&self) -> Version {
        self.version
    }
}

impl From<Map> for MapView {
    fn from(map: Map) -> Self {
        Self {
            id: map.id.0,
            client_id: map.client_id.0,
            theme: map.theme,
            private: map.private,
            review_on: map.review_on,
            etag: etag(map.version),
            head_etag: Head::etag(map.head_version),
            needs_etag: Needs::etag(map.needs_version),
            created_at: map.created_at,
            updated_at: map.updated_at,
        }
    }
}

impl From<Map> for WholeMapView {
    fn from(map: Map) -> Self {
        WholeMap::from(map).into()
    }
}

impl From<WholeMap> for WholeMapView {
    fn from(whole: WholeMap) -> Self {
        Self {
            everyone_named: whole.map.everyone_named,
            every_tie_named: whole.map.every_tie_named,
            steps: whole.steps().map(StepView::from).into(),
            version: whole.map.version,
            persons: whole.persons.into_iter().map(Into::into).collect(),
            supporters: whole.supporters.into_iter().map(Into::into).collect(),
            ties: whole.ties.into_iter().map(Into::into).collect(),
            needs: whole.needs.into_iter().map(Into::into).collect(),
            agreements: whole.agreements.into_iter().map(Into::into).collect(),
            map: whole.map.into(),
        }
    }
}

impl From<StepProgress> for StepView {
    fn from(progress: StepProgress) -> Self {
        Self { step: progress.step, state: progress.state }
    }
}

impl From<Agreement> for MapAgreementView {
    fn from(agreement: Agreement) -> Self {
        Self {
            id: agreement.id.0,
            supporter_id: agreement.supporter_id.map(|id| id.0),
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

impl From<CreateMap> for NewMap {
    fn from(map: CreateMap) -> Self {
        Self { theme: map.theme, private: map.private }
    }
}

impl From<UpdateMap> for MapChanges {
    fn from(map: UpdateMap) -> Self {
        Self {
            theme: map.theme,
            private: map.private,
            everyone_named: map.everyone_named.0,
            every_tie_named: map.every_tie_named.0,
            review_on: map.review_on.0,
        }
    }
}
