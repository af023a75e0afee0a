//! Versions of resources, for optimistic concurrency.

use crate::{Error, Result};

/// Counts the changes of a resource, from 1.
pub type Version = i64;

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
