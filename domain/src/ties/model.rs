use crate::audit::Disclosure;
use crate::supporters::Intensity;
use crate::{MapId, SupporterId, TieId, Version};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A tie: two supporters who know each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tie {
    /// Unique identifier.
    pub id: TieId,
    /// The map of the two supporters.
    pub map_id: MapId,
    /// The two supporters; they never change.
    pub between: Pair,
    /// The strength of the tie, if answered.
    pub strength: Option<Intensity>,
    /// Version, incremented by every update.
    pub version: Version,
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

impl Disclosure for Tie {}

/// Two different supporters in canonical order, since a tie has no direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Pair {
    first: SupporterId,
    second: SupporterId,
}

impl Pair {
    /// Orders the two; `None` if they are the same.
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

    /// Both ids, lower first.
    #[must_use]
    pub fn ids(self) -> [SupporterId; 2] {
        [self.first, self.second]
    }
}
