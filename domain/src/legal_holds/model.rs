use crate::accounts::NamedUser;
use crate::audit::Disclosure;
use crate::{ClientId, Error, FieldCode, LegalHoldId, LongText, Result, storable};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// The longest time that a legal hold lasts; a new one can follow.
pub const MAX_HOLD: TimeDelta = TimeDelta::days(20 * 366);

/// A legal hold on a client's record. While it is in force, the record is not erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LegalHold {
    /// Unique identifier.
    pub id: LegalHoldId,
    /// The client.
    pub client_id: ClientId,
    /// Why the record must be kept.
    pub reason: LongText,
    /// When it ends.
    pub until: DateTime<Utc>,
    /// The administrator who placed it.
    pub placed_by: NamedUser,
    /// When it was placed.
    pub placed_at: DateTime<Utc>,
    /// When it was released; `None` if it lasts until its end.
    pub released_at: Option<DateTime<Utc>>,
    /// The administrator who released it.
    pub released_by: Option<NamedUser>,
}

impl Disclosure for LegalHold {}

/// Input for placing a legal hold.
#[derive(Clone, Debug)]
pub struct NewLegalHold {
    /// Why the record must be kept.
    pub reason: LongText,
    /// When it ends.
    pub until: DateTime<Utc>,
}

impl NewLegalHold {
    /// Builds the hold, placed at `now`.
    ///
    /// # Errors
    /// [`Error::Invalid`] if it ends in the past, or after [`MAX_HOLD`].
    pub(super) fn at(self, id: LegalHoldId, client: ClientId, by: NamedUser, now: DateTime<Utc>) -> Result<LegalHold> {
        let until = storable(self.until);
        if until <= now {
            return Err(Error::invalid("/until", FieldCode::InThePast));
        }
        if until > now + MAX_HOLD {
            return Err(Error::invalid("/until", FieldCode::TooLate));
        }
        let (reason, placed_by) = (self.reason, by);
        let client_id = client;
        Ok(LegalHold { id, client_id, reason, until, placed_by, placed_at: now, released_at: None, released_by: None })
    }
}
