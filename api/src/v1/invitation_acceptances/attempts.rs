use domain::{Error, Result};
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::hash::{BuildHasher, RandomState};
use std::num::NonZeroU32;
use std::sync::LazyLock;

/// Attempts on one invitation: so many at once, and one more every six seconds. Where the invited address has an
/// account, the secret would otherwise let its holder guess that account's password as fast as they like.
const AT_ONCE: NonZeroU32 = NonZeroU32::MIN.saturating_add(9);

/// Memory is bounded: a secret counts in one of this many cells, by a hash with a key nobody knows.
const CELLS: u64 = 1 << 16;

static ATTEMPTS: LazyLock<(DefaultKeyedRateLimiter<u64>, RandomState)> =
    LazyLock::new(|| (RateLimiter::keyed(Quota::per_minute(AT_ONCE)), RandomState::new()));

/// Counts an attempt with this secret.
///
/// # Errors
/// [`Error::Busy`] after too many.
pub(super) fn count(secret: &str) -> Result<()> {
    let (limiter, hasher) = &*ATTEMPTS;
    let Err(refused) = limiter.check_key(&(hasher.hash_one(secret) % CELLS)) else { return Ok(()) };
    let wait = refused.wait_time_from(DefaultClock::default().now());
    Err(Error::Busy(u32::try_from(wait.as_millis().div_ceil(1000)).unwrap_or(u32::MAX).max(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invitation_has_its_attempts() {
        for _ in 0..AT_ONCE.get() {
            count("one").unwrap();
        }
        assert!(matches!(count("one"), Err(Error::Busy(1..=6))));
        count("another").unwrap();
    }
}
