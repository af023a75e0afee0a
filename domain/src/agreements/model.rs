use crate::vocabulary::{AgreementStatus, SupportType};
use crate::{AgreementId, LongText, MapId, SupporterId, Version};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// Who is asked what, by when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// Id.
    pub id: AgreementId,
    /// The map.
    pub map_id: MapId,
    /// Who is asked; nobody in particular is allowed.
    pub supporter_id: Option<SupporterId>,
    /// Which type of support.
    pub support_type: Option<SupportType>,
    /// What.
    pub text: LongText,
    /// By when.
    pub due_on: Option<NaiveDate>,
    /// Where it stands.
    pub status: AgreementStatus,
    /// Version.
    pub version: Version,
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}
