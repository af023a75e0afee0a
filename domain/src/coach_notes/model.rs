use crate::accounts::NamedUser;
use crate::audit::Disclosure;
use crate::{ClientId, CoachNoteId, LongText, Version};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A coach's own note about a client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoachNote {
    /// Unique identifier.
    pub id: CoachNoteId,
    /// The client.
    pub client_id: ClientId,
    /// The coach who wrote it.
    pub author: NamedUser,
    /// The text of the note.
    pub text: LongText,
    /// Version, incremented by every update.
    pub version: Version,
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

impl Disclosure for CoachNote {}

/// Input for creating a note.
#[derive(Clone, Debug)]
pub struct NewCoachNote {
    /// The text of the note.
    pub text: LongText,
}

impl NewCoachNote {
    /// Builds the note, created at `now`.
    pub(super) fn at(self, id: CoachNoteId, client_id: ClientId, author: NamedUser, now: DateTime<Utc>) -> CoachNote {
        CoachNote { id, client_id, author, text: self.text, version: 1, created_at: now, updated_at: now }
    }
}

/// Partial update of a note: `None` leaves a member unchanged.
#[derive(Clone, Debug, Default)]
pub struct CoachNoteChanges {
    /// New text.
    pub text: Option<LongText>,
}

impl CoachNoteChanges {
    /// Returns the note with the changes applied and the version incremented.
    pub(super) fn apply(self, mut note: CoachNote, now: DateTime<Utc>) -> CoachNote {
        crate::patch(&mut note.text, self.text);
        crate::version::bump(&mut note.version, &mut note.updated_at, now);
        note
    }
}
