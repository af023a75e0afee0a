//! What a client asks for on their own record, recorded by the client or by a coach or administrator.

use crate::access::Attributes;
use crate::accounts::NamedUser;
use crate::consents::{Manner, manner_of};
use crate::{Result, UnitOfWork};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Input for recording what a client asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct NewRequest {
    /// How it was asked. Coaches and administrators say so; of the client it follows from the log-in.
    pub manner: Option<Manner>,
    /// When it was asked; `None` means now. Coaches and administrators only.
    pub asked_at: Option<DateTime<Utc>>,
}

/// On record: how, when and by whom a client's request was recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedRequest {
    /// How it was asked.
    pub manner: Manner,
    /// When it was asked.
    pub asked_at: DateTime<Utc>,
    /// The user who recorded it: the client, a coach or an administrator.
    pub recorded_by: NamedUser,
    /// When it was recorded.
    pub recorded_at: DateTime<Utc>,
}

impl NewRequest {
    /// The request of this client as the caller records it.
    ///
    /// # Errors
    /// [`crate::Error::ForbiddenMembers`] if the client says how or when; [`crate::Error::Invalid`] if another does not say how,
    /// or for an instant in the future.
    pub(crate) fn record(&self, work: &mut UnitOfWork, client: &Attributes) -> Result<RecordedRequest> {
        let now = work.now();
        let said = manner_of(client, work.user(), now, self.manner, ("/askedAt", self.asked_at));
        let (manner, asked_at) = said.map_err(|error| work.refuse(error))?;
        Ok(RecordedRequest { manner, asked_at, recorded_by: work.named_user(), recorded_at: now })
    }
}
