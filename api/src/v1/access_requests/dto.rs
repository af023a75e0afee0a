use crate::response::Versioned;
use crate::v1::client_requests::RecordedRequestView;
use chrono::{DateTime, Utc};
use domain::Version;
use domain::access_requests::AccessRequest;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A client asked for access to their record. It stays on record.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = AccessRequest)]
pub(super) struct AccessRequestView {
    id: Uuid,
    client_id: Uuid,
    /// The client's request.
    request: RecordedRequestView,
    /// Until when the record and its access log can be printed: 30 days after the request was recorded.
    printable_until: DateTime<Utc>,
}

impl Versioned for AccessRequestView {
    /// It never changes.
    fn version(&self) -> Version {
        1
    }
}

impl From<AccessRequest> for AccessRequestView {
    fn from(it: AccessRequest) -> Self {
        Self {
            id: it.id.0,
            client_id: it.client_id.0,
            printable_until: it.printable_until(),
            request: it.request.into(),
        }
    }
}
