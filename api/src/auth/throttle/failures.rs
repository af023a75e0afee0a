use super::Allowance;
use crate::problem::Problem;
use crate::rate_limit_fields::Policy;
use domain::Error;
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// The number of cells. Keys that share a cell share its failures, which errs on the safe side.
const CELLS: u64 = 1 << 18;
/// Forgiven cells are dropped after this many charges.
const SWEEP_EVERY: u32 = 10_000;

/// Failures counted against one allowance, each forgiven after its part of the period (a leaky bucket).
pub(super) struct Failures {
    /// Its name in the `RateLimit` header fields.
    name: &'static str,
    allowance: Allowance,
    /// How long until one failure is forgiven.
    each: Duration,
    cells: Mutex<Cells>,
}

#[derive(Default)]
struct Cells {
    /// When everything counted is forgiven.
    clear_at: HashMap<u64, Instant>,
    since_sweep: u32,
}

impl Failures {
    pub(super) fn new(name: &'static str, allowance: Allowance) -> domain::Result<Self> {
        let each = allowance.per / allowance.attempts.get();
        if each.is_zero() {
            return Err(Error::internal("an allowance over no time"));
        }
        Ok(Self { name, allowance, each, cells: Mutex::default() })
    }

    /// Counts a failure.
    ///
    /// # Errors
    /// 429 if the allowance is used up.
    pub(super) fn charge(&self, who: u64) -> Result<(), Problem> {
        self.charge_at(who, Instant::now()).map_err(|wait| self.refusal(wait))
    }

    /// Refunds a failure.
    pub(super) fn forgive(&self, who: u64) {
        if let Some(clear_at) = self.cells().clear_at.get_mut(&(who % CELLS)) {
            *clear_at = clear_at.checked_sub(self.each).unwrap_or(*clear_at);
        }
    }

    /// `Err` is the wait until the next permit.
    fn charge_at(&self, who: u64, now: Instant) -> Result<(), Duration> {
        let mut cells = self.cells();
        cells.sweep(now);
        let clear_at = cells.clear_at.entry(who % CELLS).or_insert(now);
        let charged = (*clear_at).max(now) + self.each;
        let wait = (charged - now).saturating_sub(self.each * self.allowance.attempts.get());
        if !wait.is_zero() {
            return Err(wait);
        }
        *clear_at = charged;
        Ok(())
    }

    fn cells(&self) -> MutexGuard<'_, Cells> {
        self.cells.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn refusal(&self, wait: Duration) -> Problem {
        // Rounded up, so that a retry at that second is admitted.
        let seconds = u32::try_from(wait.as_millis().div_ceil(1000)).unwrap_or(u32::MAX);
        Policy { name: self.name, quota: self.allowance.attempts, window: self.allowance.per }.refusal(seconds)
    }
}

impl Cells {
    fn sweep(&mut self, now: Instant) {
        self.since_sweep += 1;
        if self.since_sweep >= SWEEP_EVERY {
            self.since_sweep = 0;
            self.clear_at.retain(|_, clear_at| *clear_at > now);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failures_are_forgiven_one_after_the_other() {
        let failures = Failures::new("account", Allowance::new(3, Duration::from_secs(30))).unwrap();
        let begin = Instant::now();
        let at = |seconds| failures.charge_at(7, begin + Duration::from_secs(seconds));
        assert_eq!([at(0), at(0), at(0)], [Ok(()); 3]);
        assert_eq!(at(0), Err(Duration::from_secs(10)));
        assert_eq!(at(9), Err(Duration::from_secs(1)));
        assert_eq!([at(10), at(10)], [Ok(()), Err(Duration::from_secs(10))]);
        assert_eq!([at(100), at(100), at(100)], [Ok(()); 3]);
        assert!(at(100).is_err());
        failures.forgive(7);
        assert_eq!(at(100), Ok(()));
        assert_eq!(failures.charge_at(8, begin), Ok(()));
    }

    #[test]
    fn what_is_forgiven_is_forgotten() {
        let failures = Failures::new("account", Allowance::new(3, Duration::from_secs(30))).unwrap();
        let begin = Instant::now();
        for who in 0..u64::from(SWEEP_EVERY) {
            failures.charge_at(who, begin).unwrap();
        }
        for who in 0..u64::from(SWEEP_EVERY) {
            let later = begin + Duration::from_secs(60 + 10 * who);
            failures.charge_at(who % 10, later).unwrap();
        }
        assert!(failures.cells().clear_at.len() <= 10);
    }
}
