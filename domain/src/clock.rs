//! Time and identifiers are injected, so that tests control them.

use chrono::{DateTime, SubsecRound, Utc};
use std::fmt::Debug;
use uuid::Uuid;

/// Returns the current time, in UTC with microseconds.
///
/// This is the precision of PostgreSQL, so both databases return what was stored.
pub trait Clock: Debug + Send + Sync {
    /// The present instant.
    fn now(&self) -> DateTime<Utc>;
}

/// Rounds an external instant to what both databases store.
///
/// Whole microseconds, with a leap second moved to the next second.
#[must_use]
pub fn storable(at: DateTime<Utc>) -> DateTime<Utc> {
    DateTime::from_timestamp_micros(at.timestamp_micros()).unwrap_or(at)
}

/// The system clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the only use of the system clock")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now().trunc_subsecs(6)
    }
}

/// Generates identifiers.
pub trait Ids: Debug + Send + Sync {
    /// Returns a new, unique identifier.
    fn next(&self) -> Uuid;
}

/// Generates `UUIDv7` (RFC 9562): ordered by time, so that index inserts are appended.
#[derive(Clone, Copy, Debug, Default)]
pub struct TimeOrderedIds;

impl Ids for TimeOrderedIds {
    #[expect(clippy::disallowed_methods, reason = "the only generator of ids")]
    fn next(&self) -> Uuid {
        Uuid::now_v7()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_external_instant_is_rounded_to_what_both_databases_store() {
        for (text, kept) in [
            ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00+00:00"),
            ("2016-12-31T23:59:60.25Z", "2017-01-01T00:00:00.250+00:00"),
            ("2017-01-01T00:59:60+01:00", "2017-01-01T00:00:00+00:00"),
            ("2026-11-25T10:00:00.123456789Z", "2026-11-25T10:00:00.123456+00:00"),
            ("1969-12-31T23:59:59.9999999Z", "1969-12-31T23:59:59.999999+00:00"),
        ] {
            assert_eq!(storable(text.parse().unwrap()).to_rfc3339(), kept, "{text}");
        }
    }
}
