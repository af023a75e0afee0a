use super::step;
use crate::vocabulary::{AgreementStatus, SupportType};
use crate::{AgreementId, LongText, MapId, Result, SupporterId, Version};
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

/// What is needed to create an agreement.
#[derive(Clone, Debug)]
pub struct NewAgreement {
    /// What.
    pub text: LongText,
    /// Who is asked.
    pub supporter_id: Option<SupporterId>,
    /// Which type of support.
    pub support_type: Option<SupportType>,
    /// By when.
    pub due_on: Option<NaiveDate>,
    /// Where it stands: what was asked before it was written down need not be planned first.
    pub status: AgreementStatus,
}

impl NewAgreement {
    /// The agreement, at this instant.
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

/// What to change of an agreement; `None` leaves a member as it is, `Some(None)` removes it.
#[derive(Clone, Debug, Default)]
pub struct AgreementChanges {
    /// What.
    pub text: Option<LongText>,
    /// Who is asked.
    pub supporter_id: Option<Option<SupporterId>>,
    /// Which type of support.
    pub support_type: Option<Option<SupportType>>,
    /// By when.
    pub due_on: Option<Option<NaiveDate>>,
    /// Where it stands.
    pub status: Option<AgreementStatus>,
}

impl AgreementChanges {
    /// The agreement after the changes, one version on.
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
