use crate::response::Versioned;
use crate::schema;
use crate::v1::users::NamedUserView;
use chrono::{DateTime, Utc};
use domain::legal_holds::{LegalHold, NewLegalHold};
use domain::{LongText, Version};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A new legal hold.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct CreateLegalHold {
    /// Why the record must be kept. The client reads it.
    #[schema(value_type = schema::LongText, example = "Er loopt een klacht; het dossier blijft tot de uitspraak.")]
    reason: LongText,
    /// When it ends. Must be in the future, and within twenty years.
    #[schema(example = "2036-01-01T00:00:00Z")]
    until: DateTime<Utc>,
}

/// A legal hold on a client's record. While it is in force, the record is not erased.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = LegalHold)]
pub(super) struct LegalHoldView {
    id: Uuid,
    client_id: Uuid,
    /// Why the record must be kept.
    #[schema(value_type = schema::LongText)]
    reason: LongText,
    /// When it ends.
    until: DateTime<Utc>,
    /// The administrator who placed it.
    placed_by: NamedUserView,
    /// When it was placed.
    placed_at: DateTime<Utc>,
    /// When it was released; null if it lasts until its end.
    #[schema(required)]
    released_at: Option<DateTime<Utc>>,
    /// The administrator who released it.
    #[schema(required)]
    released_by: Option<NamedUserView>,
}

impl Versioned for LegalHoldView {
    /// The only change is the release.
    fn version(&self) -> Version {
        1 + Version::from(self.released_at.is_some())
    }
}

impl From<CreateLegalHold> for NewLegalHold {
    fn from(it: CreateLegalHold) -> Self {
        Self { reason: it.reason, until: it.until }
    }
}

impl From<LegalHold> for LegalHoldView {
    fn from(it: LegalHold) -> Self {
        Self {
            id: it.id.0,
            client_id: it.client_id.0,
            reason: it.reason,
            until: it.until,
            placed_by: it.placed_by.into(),
            placed_at: it.placed_at,
            released_at: it.released_at,
            released_by: it.released_by.map(Into::into),
        }
    }
}
