use crate::audit::Disclosure;
use crate::{LongText, MapId, ReflectionId, Version};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A reflection: the client's own words about a map.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reflection {
    /// Unique identifier.
    pub id: ReflectionId,
    /// The map that the reflection is about.
    pub map_id: MapId,
    /// The client's words.
    pub text: LongText,
    /// Version, incremented by every update.
    pub version: Version,
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

impl Disclosure for Reflection {}

/// Input for creating a reflection.
#[derive(Clone, Debug)]
pub struct NewReflection {
    /// The client's words.
    pub text: LongText,
}

impl NewReflection {
    /// Builds the reflection, created at `now`.
    pub(super) fn at(self, id: ReflectionId, map_id: MapId, now: DateTime<Utc>) -> Reflection {
        Reflection { id, map_id, text: self.text, version: 1, created_at: now, updated_at: now }
    }
}

/// Partial update of a reflection: `None` leaves a member unchanged.
#[derive(Clone, Debug, Default)]
pub struct ReflectionChanges {
    /// New text.
    pub text: Option<LongText>,
}

impl ReflectionChanges {
    /// Returns the reflection with the changes applied and the version incremented.
    pub(super) fn apply(self, mut reflection: Reflection, now: DateTime<Utc>) -> Reflection {
        crate::patch(&mut reflection.text, self.text);
        crate::version::bump(&mut reflection.version, &mut reflection.updated_at, now);
        reflection
    }
}
