use std::num::NonZeroU32;
use std::time::{Duration, Instant};

/// Minimum rate at which a client must read its responses.
#[derive(Clone, Copy, Debug)]
pub struct PaceSettings {
    /// Time that a client may read nothing while data is waiting.
    pub stall: Duration,
    /// Minimum average rate in bytes per second; a slower client stalls.
    pub rate: NonZeroU32,
}

impl Default for PaceSettings {
    fn default() -> Self {
        Self { stall: Duration::from_secs(15), rate: NonZeroU32::MIN.saturating_add(16 * 1024 - 1) }
    }
}

/// Measures whether a client reads its responses.
///
/// The client has a budget of `stall` in which it reads nothing. The bytes it reads restore the budget, at `rate`. Only
/// time in which data waits for the client counts, so that a stream may be quiet for any time.
#[derive(Debug)]
pub(super) struct Pace {
    settings: PaceSettings,
    left: Duration,
    blocked: Option<Instant>,
}

impl Pace {
    pub(super) fn new(settings: PaceSettings) -> Self {
        Self { settings, left: settings.stall, blocked: None }
    }

    /// Records that the client accepts no more data; returns when it stalls if that lasts.
    pub(super) fn blocked(&mut self, now: impl FnOnce() -> Instant) -> Instant {
        *self.blocked.get_or_insert_with(now) + self.left
    }

    /// Records that the client read this many bytes.
    pub(super) fn took(&mut self, bytes: usize, now: impl FnOnce() -> Instant) {
        if let Some(since) = self.blocked.take() {
            self.left = self.left.saturating_sub(now().saturating_duration_since(since));
        }
        if self.left < self.settings.stall {
            let bytes = u32::try_from(bytes).unwrap_or(u32::MAX);
            let earned = Duration::from_secs_f64(f64::from(bytes) / f64::from(self.settings.rate.get()));
            self.left = self.settings.stall.min(self.left + earned);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SETTINGS: PaceSettings =
        PaceSettings { stall: Duration::from_secs(15), rate: NonZeroU32::MIN.saturating_add(999) };

    /// Returns when a client that reads `bytes` per interval `every` stalls, if it does within an hour.
    fn stalls(bytes: usize, every: Duration) -> Option<Duration> {
        let start = Instant::now();
        let (mut pace, mut now) = (Pace::new(SETTINGS), start);
        while now < start + Duration::from_secs(3600) {
            let due = pace.blocked(|| now);
            if due <= now + every {
                return Some(due - start);
            }
            now += every;
            pace.took(bytes, || now);
        }
        None
    }

    #[test]
    fn a_client_that_takes_nothing_or_too_little_has_stalled() {
        assert_eq!(stalls(0, Duration::from_secs(20)), Some(Duration::from_secs(15)));
        // 100 bytes per second, a tenth of the minimum.
        let trickling = stalls(100, Duration::from_secs(1)).unwrap();
        assert!(trickling > Duration::from_secs(15) && trickling < Duration::from_secs(20), "{trickling:?}");
    }

    #[test]
    fn a_client_on_a_slow_line_has_all_the_time_it_needs() {
        assert_eq!(stalls(1100, Duration::from_secs(1)), None);
        assert_eq!(stalls(14_500, Duration::from_secs(14)), None);
    }

    #[test]
    fn time_in_which_there_is_nothing_to_take_does_not_count() {
        let start = Instant::now();
        let mut pace = Pace::new(SETTINGS);
        for minute in 0..60 {
            pace.took(10, || start + Duration::from_secs(60 * minute));
        }
        let now = start + Duration::from_secs(3600);
        assert_eq!(pace.blocked(|| now), now + SETTINGS.stall);
    }
}
