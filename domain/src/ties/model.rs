use crate::supporters::Intensity;
use crate::{MapId, SupporterId, TieId, Version};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Two supporters who know each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tie {
    /// Id.
    pub id: TieId,
    /// The map.
    pub map_id: MapId,
    /// The two; they never change.
    pub between: Pair,
    /// How strong the tie is, if answered.
    pub strength: Option<Intensity>,
    /// Version.
    pub version: Version,
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

/// Two different supporters, in the one order they are kept in: a tie has no direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Pair {
    first: SupporterId,
    second: SupporterId,
}

impl Pair {
    /// The two in order; none for one and the same.
    #[must_use]
    pub fn new(one: SupporterId, other: SupporterId) -> Option<Self> {
        if one == other { None } else { Some(Self { first: one.min(other), second: one.max(other) }) }
    }

    /// The lower id.
    #[must_use]
    pub fn first(self) -> SupporterId {
        self.first
    }

    /// The higher id.
    #[must_use]
    pub fn second(self) -> SupporterId {
        self.second
    }

    /// Both.
    #[must_use]
    pub fn ids(self) -> [SupporterId; 2] {
        [self.first, self.second]
    }
}
