use crate::response::Versioned;
use crate::schema;
use crate::v1::client_requests::RecordedRequestView;
use crate::v1::users::NamedUserView;
use chrono::{DateTime, Utc};
use domain::erasure_requests::{ErasureRequest, NewRefusal, Refusal, RefusalGround};
use domain::erasures::{Cause, Confirmation, ErasureBasis};
use domain::{LongText, Version};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// An erasure that a client asked for, or that follows from retention. It waits unless it was withdrawn or refused.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ErasureRequest)]
pub(in crate::v1) struct ErasureRequestView {
    /// The erasure has the same id: the receipt.
    id: Uuid,
    client_id: Uuid,
    /// What the erasure rests on.
    #[schema(value_type = schema::ErasureBasis, example = "request")]
    basis: ErasureBasis,
    /// The client's request; null if the basis is `retention`.
    #[schema(required)]
    request: Option<RecordedRequestView>,
    /// The confirmation by an administrator; null if the basis is `request`.
    #[schema(required)]
    retention: Option<RetentionConfirmationView>,
    /// When the record is erased, after the organisation's waiting time. A legal hold postpones it.
    erases_at: DateTime<Utc>,
    /// When it was withdrawn.
    #[schema(required)]
    withdrawn_at: Option<DateTime<Utc>>,
    /// The user who withdrew it; null also if the record was changed or restricted while an erasure by retention waited.
    #[schema(required)]
    withdrawn_by: Option<NamedUserView>,
    /// The refusal; null if it was not refused.
    #[schema(required)]
    refusal: Option<RefusalView>,
}

/// An administrator confirmed that a record is kept no longer.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = RetentionConfirmation)]
pub(in crate::v1) struct RetentionConfirmationView {
    /// The administrator.
    confirmed_by: NamedUserView,
    /// When it was confirmed.
    confirmed_at: DateTime<Utc>,
}

/// The refusal of a request for erasure.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ErasureRefusal)]
pub(super) struct RefusalView {
    /// Why it is refused.
    #[schema(value_type = schema::ErasureRefusalGround, example = "law")]
    ground: RefusalGround,
    /// The reason, in words for the client.
    #[schema(value_type = schema::LongText)]
    explanation: LongText,
    /// The coach or administrator who refused it.
    refused_by: NamedUserView,
    /// When it was refused.
    refused_at: DateTime<Utc>,
}

/// The refusal of a request for erasure, with a reason that the client reads.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct RefuseErasureRequest {
    /// Why it is refused.
    #[schema(value_type = schema::ErasureRefusalGround, example = "law")]
    ground: RefusalGround,
    /// The reason, in words for the client.
    #[schema(value_type = schema::LongText, example = "De wet verplicht ons dit dossier nog te bewaren.")]
    explanation: LongText,
}

impl Versioned for ErasureRequestView {
    /// The only change is the withdrawal or the refusal.
    fn version(&self) -> Version {
        1 + Version::from(self.withdrawn_at.is_some() || self.refusal.is_some())
    }
}

impl From<RefuseErasureRequest> for NewRefusal {
    fn from(it: RefuseErasureRequest) -> Self {
        Self { ground: it.ground, explanation: it.explanation }
    }
}

impl RetentionConfirmationView {
    /// The request of the client or the confirmation, whichever an erasure rests on.
    pub(in crate::v1) fn or_request(cause: &Cause) -> (Option<RecordedRequestView>, Option<Self>) {
        match cause.clone() {
            Cause::Request(request) => (Some(request.into()), None),
            Cause::Retention(Confirmation { confirmed_by, confirmed_at }) => {
                (None, Some(Self { confirmed_by: confirmed_by.into(), confirmed_at }))
            }
        }
    }
}

impl From<Refusal> for RefusalView {
    fn from(it: Refusal) -> Self {
        Self {
            ground: it.ground,
            explanation: it.explanation,
            refused_by: it.refused_by.into(),
            refused_at: it.refused_at,
        }
    }
}

impl From<ErasureRequest> for ErasureRequestView {
    fn from(it: ErasureRequest) -> Self {
        let (request, retention) = RetentionConfirmationView::or_request(&it.cause);
        Self {
            id: it.id.0,
            client_id: it.client_id.0,
            basis: it.cause.basis(),
            request,
            retention,
            erases_at: it.erases_at,
            withdrawn_at: it.withdrawn_at,
            withdrawn_by: it.withdrawn_by.map(Into::into),
            refusal: it.refusal.map(Into::into),
        }
    }
}
