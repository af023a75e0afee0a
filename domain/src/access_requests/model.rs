use crate::audit::Disclosure;
use crate::{AccessRequestId, ClientId, RecordedRequest};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// How long after it was recorded a request can be printed: the law gives a month to answer it (GDPR, article 12).
pub const PRINTABLE_FOR: TimeDelta = TimeDelta::days(30);

/// A client asked for access to their record. It stays on record with the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessRequest {
    /// Unique identifier.
    pub id: AccessRequestId,
    /// The client.
    pub client_id: ClientId,
    /// The client's request.
    pub request: RecordedRequest,
}

impl Disclosure for AccessRequest {}

impl AccessRequest {
    /// Until when the record and its access log can be printed, exclusive.
    #[must_use]
    pub fn printable_until(&self) -> DateTime<Utc> {
        self.request.recorded_at + PRINTABLE_FOR
    }
}
