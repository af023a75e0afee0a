//! Versions of resources, for optimistic concurrency.

use crate::{Error, Result};
use chrono::{DateTime, Utc};

/// Counts the changes of a resource, from 1.
pub type Version = i64;

/// Where counting begins.
pub(crate) const fn first() -> Version {
    1
}

/// Where counting begins for an id that the caller chose: something of that id may have been there before, at whatever version, and a tag
/// never comes again. No change is as quick as this counts.
pub(crate) fn of_chosen_id(now: DateTime<Utc>) -> Version {
    now.timestamp_micros()
}

/// Counts a change made now. A clock that was set back does not make the change older than the one before.
pub(crate) fn bump(version: &mut Version, updated_at: &mut DateTime<Utc>, now: DateTime<Utc>) {
    *version += 1;
    *updated_at = now.max(*updated_at);
}

/// Something on a map that changed, and the map's version since: none where a repeated request was answered as before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WithMap<T> {
    /// What changed.
    pub changed: T,
    /// The map's version.
    pub map_version: Option<Version>,
}

impl<T> WithMap<T> {
    /// With what changed made into something else.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> WithMap<U> {
        WithMap { changed: make(self.changed), map_version: self.map_version }
    }

    /// As a request was answered before.
    pub(crate) fn repeated(changed: T) -> Self {
        Self { changed, map_version: None }
    }
}

/// What the caller saw of a part that has a version of its own: that, or the version of the whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpectedPart {
    /// Of the part.
    pub part: Expected,
    /// Of the whole.
    pub whole: Expected,
}

impl ExpectedPart {
    /// Whatever is there.
    pub const ANY: Self = Self { part: Expected::Any, whole: Expected::Any };

    /// # Errors
    /// [`Error::Stale`] if the part has moved on.
    pub fn check(&self, part: Version, whole: Version) -> Result<()> {
        self.whole.check(whole).or_else(|_| self.part.check(part)).map_err(|_| Error::StalePart(part))
    }
}

/// The version the caller saw, from `If-Match`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Whatever is there (`*`).
    Any,
    /// One of these. None at all matches nothing: a tag this service never gave.
    OneOf(Vec<Version>),
}

impl Expected {
    /// # Errors
    /// [`Error::Stale`] if the resource has moved on.
    pub fn check(&self, current: Version) -> Result<()> {
        match self {
            Self::Any => Ok(()),
            Self::OneOf(seen) if seen.contains(&current) => Ok(()),
            Self::OneOf(_) => Err(Error::Stale(current)),
        }
    }
}
