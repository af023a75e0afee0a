use crate::response::Versioned;
use crate::schema;
use crate::v1::users::NamedUserView;
use chrono::{DateTime, Utc};
use domain::coach_notes::{CoachNote, CoachNoteChanges, NewCoachNote};
use domain::{LongText, Version};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A new note of a coach.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct CreateCoachNote {
    /// What it says.
    #[schema(value_type = schema::LongText, example = "Volgende keer: wie kan er mee naar het ziekenhuis?")]
    text: LongText,
}

/// A merge patch (RFC 7396) of a coach's note.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct UpdateCoachNote {
    /// What it says.
    #[schema(value_type = schema::LongText, required = false)]
    text: Option<LongText>,
}

/// A coach's note.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = CoachNote)]
pub(super) struct CoachNoteView {
    id: Uuid,
    client_id: Uuid,
    /// The coach who wrote it.
    author: NamedUserView,
    #[schema(value_type = schema::LongText)]
    text: LongText,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    #[serde(skip)]
    version: Version,
}

impl Versioned for CoachNoteView {
    fn version(&self) -> Version {
        self.version
    }
}

impl From<CoachNote> for CoachNoteView {
    fn from(it: CoachNote) -> Self {
        Self {
            id: it.id.0,
            client_id: it.client_id.0,
            author: it.author.into(),
            text: it.text,
            created_at: it.created_at,
            updated_at: it.updated_at,
            version: it.version,
        }
    }
}

impl From<CreateCoachNote> for NewCoachNote {
    fn from(it: CreateCoachNote) -> Self {
        Self { text: it.text }
    }
}

impl From<UpdateCoachNote> for CoachNoteChanges {
    fn from(it: UpdateCoachNote) -> Self {
        Self { text: it.text }
    }
}
