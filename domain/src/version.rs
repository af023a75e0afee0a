//! Versions of resources, for optimistic concurrency.

use crate::{Error, Result};
use chrono::{DateTime, Utc};

/// Counts the changes of a resource, from 1.
pub type Version = i64;

/// Counts a change made now. A clock that was set back does not make the change older than the one before.
pub(crate) fn bump(version: &mut Version, updated_at: &mut DateTime<Utc>, now: DateTime<Utc>) {
    *version += 1;
    *updated_at = now.max(*updated_at);
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
