use crate::response::Versioned;
use crate::schema;
use crate::v1::client_requests::RecordedRequestView;
use crate::v1::users::NamedUserView;
use chrono::{DateTime, Utc};
use domain::erasure_requests::{ErasureRequest, NewRefusal, Refusal, RefusalGround};
use domain::{LongText, Version};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A client's request for erasure. It waits unless it was withdrawn or refused.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ErasureRequest)]
pub(super) struct ErasureRequestView {
    /// The erasure has the same id: the receipt.
    id: Uuid,
    client_id: Uuid,
    /// The client's request.
    request: RecordedRequestView,
    /// When the record is erased, seven days after the request. A legal hold postpones it.
    erases_at: DateTime<Utc>,
    /// When it was withdrawn.
    #[schema(required)]
    withdrawn_at: Option<DateTime<Utc>>,
    /// The user who withdrew it.
    #[schema(required)]
    withdrawn_by: Option<NamedUserView>,
    /// The refusal; null if it was not refused.
    #[schema(required)]
    refusal: Option<RefusalView>,
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
        Self {
            id: it.id.0,
            client_id: it.client_id.0,
            request: it.request.into(),
            erases_at: it.erases_at,
            withdrawn_at: it.withdrawn_at,
            withdrawn_by: it.withdrawn_by.map(Into::into),
            refusal: it.refusal.map(Into::into),
        }
    }
}
