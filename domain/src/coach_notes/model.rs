use crate::accounts::NamedUser;
use crate::{ClientId, CoachNoteId, LongText, Version};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A coach's own note about a client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoachNote {
    /// Id.
    pub id: CoachNoteId,
    /// The client.
    pub client_id: ClientId,
    /// The coach who wrote it.
    pub author: NamedUser,
    /// What it says.
    pub text: LongText,
    /// Version.
    pub version: Version,
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

/// What is needed to create a note.
#[derive(Clone, Debug)]
pub struct NewCoachNote {
    /// What it says.
    pub text: LongText,
}

impl NewCoachNote {
    /// The note, at this instant.
    pub(super) fn at(self, id: CoachNoteId, client_id: ClientId, author: NamedUser, now: DateTime<Utc>) -> CoachNote {
        CoachNote { id, client_id, author, text: self.text, version: 1, created_at: now, updated_at: now }
    }
}

/// What to change of a note; `None` leaves a member as it is.
#[derive(Clone, Debug, Default)]
pub struct CoachNoteChanges {
    /// What it says.
    pub text: Option<LongText>,
}

impl CoachNoteChanges {
    /// The note after the changes, one version on.
    pub(super) fn apply(self, mut note: CoachNote, now: DateTime<Utc>) -> CoachNote {
        crate::patch(&mut note.text, self.text);
        crate::version::bump(&mut note.version, &mut note.updated_at, now);
        note
    }
}
