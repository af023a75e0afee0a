use crate::v1::erasure_requests::ErasureRequestView;
use chrono::{DateTime, Utc};
use domain::cards::Digest;
use domain::retention::{Confirmed, Due, Preview};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// The records that a confirmation would erase.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = RetentionPreview)]
pub(super) struct PreviewView {
    /// How many years the organisation keeps a record after its last change.
    #[schema(minimum = 1, maximum = 100, example = 20)]
    retention_years: i16,
    /// The records were last changed before this instant.
    changed_before: DateTime<Utc>,
    /// In the order of their ids.
    #[schema(max_items = 100)]
    clients: Vec<DueView>,
    /// Whether there are more than these.
    more: bool,
    /// The SHA-256 digest of the list, to confirm exactly these.
    #[schema(value_type = String, pattern = "^[0-9a-f]{64}$")]
    digest: Digest,
}

/// A client whose record need not be kept any longer.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = RetainedClient)]
struct DueView {
    client_id: Uuid,
    /// When the record last changed.
    changed_at: DateTime<Utc>,
}

/// The confirmation of a preview.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct ConfirmRetention {
    /// The digest of the preview.
    #[schema(value_type = String, pattern = "^[0-9a-f]{64}$")]
    pub(super) digest: Digest,
}

/// The erasures that were confirmed.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ConfirmedErasures)]
pub(super) struct ConfirmedView {
    /// In the order of the preview.
    #[schema(max_items = 100)]
    items: Vec<ErasureRequestView>,
}

impl From<Due> for DueView {
    fn from(it: Due) -> Self {
        Self { client_id: it.client_id.0, changed_at: it.changed_at }
    }
}

impl From<Preview> for PreviewView {
    fn from(it: Preview) -> Self {
        Self {
            retention_years: it.years.into(),
            changed_before: it.changed_before,
            clients: it.clients.into_iter().map(Into::into).collect(),
            more: it.more,
            digest: it.digest,
        }
    }
}

impl From<Confirmed> for ConfirmedView {
    fn from(it: Confirmed) -> Self {
        Self { items: it.erasures.into_iter().map(Into::into).collect() }
    }
}
