//! Time and identifiers come from outside, so that tests decide them.

use chrono::{DateTime, SubsecRound, Utc};
use std::fmt::Debug;
use uuid::Uuid;

/// Tells the time, in UTC with microseconds: what PostgreSQL keeps, so that both databases give back what was stored.
pub trait Clock: Debug + Send + Sync {
    /// The present instant.
    fn now(&self) -> DateTime<Utc>;
}

/// The machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one clock")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now().trunc_subsecs(6)
    }
}

/// Makes identifiers.
pub trait Ids: Debug + Send + Sync {
    /// A new identifier, never given before.
    fn next(&self) -> Uuid;
}

/// `UUIDv7` (RFC 9562): ordered by time, so that indexes grow at their end.
#[derive(Clone, Copy, Debug, Default)]
pub struct TimeOrderedIds;

impl Ids for TimeOrderedIds {
    #[expect(clippy::disallowed_methods, reason = "the one source of ids")]
    fn next(&self) -> Uuid {
        Uuid::now_v7()
    }
}
