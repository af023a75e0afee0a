//! Resource versions, for optimistic concurrency control.

use crate::{Error, Result};
use chrono::{DateTime, Utc};

/// The number of changes of a resource, from 1.
pub type Version = i64;

/// The initial version.
pub(crate) const fn first() -> Version {
    1
}

/// The initial version for an id chosen by the caller.
///
/// A resource with that id may have existed before, and an entity tag must never recur, so the version starts at a
/// time in finer units than any rate of change.
pub(crate) fn of_chosen_id(now: DateTime<Utc>) -> Version {
    now.timestamp_micros()
}

/// Increments the version and sets the time of change. A clock set back does not move that time back.
pub(crate) fn bump(version: &mut Version, updated_at: &mut DateTime<Utc>, now: DateTime<Utc>) {
    *version += 1;
    *updated_at = now.max(*updated_at);
}

/// A changed resource on a map, with the map's new version; `None` for a repeated request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WithMap<T> {
    /// The changed resource.
    pub changed: T,
    /// The map's new version.
    pub map_version: Option<Version>,
}

impl<T> WithMap<T> {
    /// Converts the changed resource.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> WithMap<U> {
        WithMap { changed: make(self.changed), map_version: self.map_version }
    }

    /// The result of a repeated request.
    pub(crate) fn repeated(changed: T) -> Self {
        Self { changed, map_version: None }
    }
}

/// The version the caller saw of a part with its own version: that of the part, or that of the whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpectedPart {
    /// The version of the part.
    pub part: Expected,
    /// The version of the whole.
    pub whole: Expected,
}

impl ExpectedPart {
    /// Matches every version.
    pub const ANY: Self = Self { part: Expected::Any, whole: Expected::Any };

    /// Checks the expected version of the part or of the whole.
    ///
    /// # Errors
    /// [`Error::StalePart`] or [`Error::Stale`] if it does not match.
    pub fn check(&self, part: Version, whole: Version) -> Result<()> {
        self.whole.check(whole).or_else(|_| self.part.check(part)).map_err(|_| Error::StalePart(part))
    }
}

/// The version the caller saw, from `If-Match`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Matches every version (`*`).
    Any,
    /// Matches one of these versions.
    ///
    /// An empty list matches nothing, for an entity tag this service never issued.
    OneOf(Vec<Version>),
}

impl Expected {
    /// Checks the expected version.
    ///
    /// # Errors
    /// [`Error::Stale`] if it does not match.
    pub fn check(&self, current: Version) -> Result<()> {
        match self {
            Self::Any => Ok(()),
            Self::OneOf(seen) if seen.contains(&current) => Ok(()),
            Self::OneOf(_) => Err(Error::Stale(current)),
        }
    }
}
