//! What a client asks for on their own record, as it is recorded.

use crate::schema;
use crate::v1::users::NamedUserView;
use chrono::{DateTime, Utc};
use domain::consents::Manner;
use domain::{NewRequest, RecordedRequest};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a client asked for, to be recorded.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct RecordRequest {
    /// How the client asked. A coach or administrator must say so; the client must not.
    #[schema(value_type = Option<schema::ConsentManner>, example = "in-person")]
    manner: Option<Manner>,
    /// When the client asked; now by default. Must not be in the future. Only a coach or administrator may set it.
    asked_at: Option<DateTime<Utc>>,
}

/// A client's request on record.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = RecordedRequest)]
pub(super) struct RecordedRequestView {
    /// How the client asked.
    #[schema(value_type = schema::ConsentManner, example = "in-person")]
    manner: Manner,
    /// When the client asked.
    asked_at: DateTime<Utc>,
    /// The user who recorded it: the client, a coach or an administrator.
    recorded_by: NamedUserView,
    /// When it was recorded.
    recorded_at: DateTime<Utc>,
}

impl From<RecordRequest> for NewRequest {
    fn from(it: RecordRequest) -> Self {
        Self { manner: it.manner, asked_at: it.asked_at }
    }
}

impl From<RecordedRequest> for RecordedRequestView {
    fn from(it: RecordedRequest) -> Self {
        Self {
            manner: it.manner,
            asked_at: it.asked_at,
            recorded_by: it.recorded_by.into(),
            recorded_at: it.recorded_at,
        }
    }
}
