use crate::response::Versioned;
use crate::schema;
use crate::v1::client_requests::RecordedRequestView;
use crate::v1::erasure_requests::RetentionConfirmationView;
use chrono::{DateTime, Utc};
use domain::Version;
use domain::erasures::{Counts, Erasure, ErasureBasis};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// The receipt of an erasure.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Erasure)]
pub(super) struct ErasureView {
    /// The id of the request for erasure.
    id: Uuid,
    /// The id that the client had.
    client_id: Uuid,
    /// Why the record was erased.
    #[schema(value_type = schema::ErasureBasis, example = "request")]
    basis: ErasureBasis,
    /// The client's request; null if the basis is `retention`.
    #[schema(required)]
    request: Option<RecordedRequestView>,
    /// The confirmation by an administrator; null if the basis is `request`.
    #[schema(required)]
    retention: Option<RetentionConfirmationView>,
    /// When the record was erased.
    erased_at: DateTime<Utc>,
    /// What was erased.
    erased: ErasedView,
}

/// How many of each were erased.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Erased)]
pub(super) struct ErasedView {
    /// Persons.
    #[schema(minimum = 0)]
    persons: i64,
    /// Maps.
    #[schema(minimum = 0)]
    maps: i64,
    /// Supporters on the maps.
    #[schema(minimum = 0)]
    supporters: i64,
    /// Ties between supporters.
    #[schema(minimum = 0)]
    ties: i64,
    /// Agreements.
    #[schema(minimum = 0)]
    agreements: i64,
    /// Reflections.
    #[schema(minimum = 0)]
    reflections: i64,
    /// Cards.
    #[schema(minimum = 0)]
    cards: i64,
    /// Notes of coaches.
    #[schema(minimum = 0)]
    coach_notes: i64,
    /// Consents.
    #[schema(minimum = 0)]
    consents: i64,
    /// Assignments of coaches.
    #[schema(minimum = 0)]
    assignments: i64,
}

impl Versioned for ErasureView {
    /// It never changes.
    fn version(&self) -> Version {
        1
    }
}

impl From<Counts> for ErasedView {
    fn from(it: Counts) -> Self {
        Self {
            persons: it.persons,
            maps: it.maps,
            supporters: it.supporters,
            ties: it.ties,
            agreements: it.agreements,
            reflections: it.reflections,
            cards: it.cards,
            coach_notes: it.coach_notes,
            consents: it.consents,
            assignments: it.assignments,
        }
    }
}

impl From<Erasure> for ErasureView {
    fn from(it: Erasure) -> Self {
        let (request, retention) = RetentionConfirmationView::or_request(&it.cause);
        Self {
            id: it.id.0,
            client_id: it.client_id.0,
            basis: it.cause.basis(),
            request,
            retention,
            erased_at: it.erased_at,
            erased: it.erased.into(),
        }
    }
}
