use super::step;
use crate::audit::Disclosure;
use crate::vocabulary::{AgreementStatus, SupportType};
use crate::{AgreementId, LongText, MapId, Result, SupporterId, Version};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// An agreement: who is asked what, by when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// Unique identifier.
    pub id: AgreementId,
    /// The map to which it belongs.
    pub map_id: MapId,
    /// The supporter who is asked; `None` if no one in particular.
    pub supporter_id: Option<SupporterId>,
    /// The type of support asked for, if any.
    pub support_type: Option<SupportType>,
    /// What is asked.
    pub text: LongText,
    /// The due date.
    pub due_on: Option<NaiveDate>,
    /// The progress of the agreement.
    pub status: AgreementStatus,
    /// Version, incremented by every update.
    pub version: Version,
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

impl Disclosure for Agreement {}

/// Input for creating an agreement.
#[derive(Clone, Debug)]
pub struct NewAgreement {
    /// What is asked.
    pub text: LongText,
    /// The supporter who is asked.
    pub supporter_id: Option<SupporterId>,
    /// The type of support asked for.
    pub support_type: Option<SupportType>,
    /// The due date.
    pub due_on: Option<NaiveDate>,
    /// The initial status; need not be `planned`, since people also record what they have already asked.
    pub status: AgreementStatus,
}

impl NewAgreement {
    /// Builds the agreement, created at `now`.
    pub(crate) fn at(self, id: AgreementId, map_id: MapId, now: DateTime<Utc>) -> Agreement {
        Agreement {
            id,
            map_id,
            supporter_id: self.supporter_id,
            support_type: self.support_type,
            text: self.text,
            due_on: self.due_on,
            status: self.status,
            version: 1,
            created_at: now,
            updated_at: now,
        }
    }
}

/// Partial update of an agreement: `None` leaves a member unchanged, `Some(None)` removes it.
#[derive(Clone, Debug, Default)]
pub struct AgreementChanges {
    /// What is asked.
    pub text: Option<LongText>,
    /// The supporter who is asked.
    pub supporter_id: Option<Option<SupporterId>>,
    /// The type of support asked for.
    pub support_type: Option<Option<SupportType>>,
    /// The due date.
    pub due_on: Option<Option<NaiveDate>>,
    /// The new status.
    pub status: Option<AgreementStatus>,
}

impl AgreementChanges {
    /// Returns the agreement with the changes applied and the version incremented.
    ///
    /// # Errors
    /// [`crate::Conflict::AgreementStep`].
    pub(super) fn apply(self, mut agreement: Agreement, now: DateTime<Utc>) -> Result<Agreement> {
        if let Some(status) = self.status {
            agreement.status = step(agreement.status, status)?;
        }
        crate::patch(&mut agreement.text, self.text);
        crate::patch(&mut agreement.supporter_id, self.supporter_id);
        crate::patch(&mut agreement.support_type, self.support_type);
        crate::patch(&mut agreement.due_on, self.due_on);
        crate::version::bump(&mut agreement.version, &mut agreement.updated_at, now);
        Ok(agreement)
    }
}
