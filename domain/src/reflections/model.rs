use crate::{LongText, MapId, ReflectionId, Version};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// The client's own words about a map.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reflection {
    /// Id.
    pub id: ReflectionId,
    /// The map.
    pub map_id: MapId,
    /// The words.
    pub text: LongText,
    /// Version.
    pub version: Version,
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

/// What is needed to create a reflection.
#[derive(Clone, Debug)]
pub struct NewReflection {
    /// The words.
    pub text: LongText,
}

impl NewReflection {
    /// The reflection, at this instant.
    pub(super) fn at(self, id: ReflectionId, map_id: MapId, now: DateTime<Utc>) -> Reflection {
        Reflection { id, map_id, text: self.text, version: 1, created_at: now, updated_at: now }
    }
}

/// What to change of a reflection; `None` leaves a member as it is.
#[derive(Clone, Debug, Default)]
pub struct ReflectionChanges {
    /// The words.
    pub text: Option<LongText>,
}

impl ReflectionChanges {
    /// The reflection after the changes, one version on.
    pub(super) fn apply(self, mut reflection: Reflection, now: DateTime<Utc>) -> Reflection {
        crate::patch(&mut reflection.text, self.text);
        crate::version::bump(&mut reflection.version, &mut reflection.updated_at, now);
        reflection
    }
}
