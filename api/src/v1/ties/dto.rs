use crate::extract::Patch;
use crate::response::{Versioned, etag};
use chrono::{DateTime, Utc};
use domain::supporters::Intensity;
use domain::ties::{NewTie, Tie, TieChanges};
use domain::{SupporterId, Version};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Two supporters of the map who know each other.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct CreateTie {
    /// The two, in any order.
    #[schema(value_type = Vec<Uuid>, min_items = 2, max_items = 2)]
    supporter_ids: [SupporterId; 2],
    /// How strong the tie is; null is unanswered.
    #[schema(value_type = Option<i16>, minimum = 0, maximum = 4)]
    strength: Option<Intensity>,
}

/// A merge patch (RFC 7396) of a tie.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct UpdateTie {
    /// How strong the tie is; null makes it unanswered.
    #[serde(default)]
    #[schema(value_type = Option<i16>, minimum = 0, maximum = 4)]
    strength: Patch<Intensity>,
}

/// Two supporters who know each other. It has no direction.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Tie)]
pub(in crate::v1) struct TieView {
    pub(in crate::v1) id: Uuid,
    map_id: Uuid,
    /// The two, in order of id.
    #[schema(value_type = Vec<Uuid>, min_items = 2, max_items = 2)]
    supporter_ids: [SupporterId; 2],
    /// How strong the tie is; null is unanswered.
    #[schema(value_type = Option<i16>, minimum = 0, maximum = 4, required)]
    strength: Option<Intensity>,
    /// The `ETag`, for `If-Match`.
    #[schema(example = "\"1\"")]
    etag: String,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    #[serde(skip)]
    version: Version,
}

impl Versioned for TieView {
    fn version(&self) -> Version {
        self.version
    }
}

impl From<Tie> for TieView {
    fn from(tie: Tie) -> Self {
        Self {
            id: tie.id.0,
            map_id: tie.map_id.0,
            supporter_ids: tie.between.ids(),
            strength: tie.strength,
            etag: etag(tie.version),
            created_at: tie.created_at,
            updated_at: tie.updated_at,
            version: tie.version,
        }
    }
}

impl From<CreateTie> for NewTie {
    fn from(tie: CreateTie) -> Self {
        Self { supporters: tie.supporter_ids, strength: tie.strength }
    }
}

impl From<UpdateTie> for TieChanges {
    fn from(tie: UpdateTie) -> Self {
        Self { strength: tie.strength.0 }
    }
}
