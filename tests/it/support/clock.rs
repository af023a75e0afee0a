use chrono::{DateTime, TimeDelta, Utc};
use domain::ports::{Clock, SystemClock};
use std::sync::{Arc, Mutex};

/// The machine's clock, which a test can advance.
#[derive(Clone, Debug)]
pub(crate) struct TestClock(Arc<Mutex<TimeDelta>>);

/// `OMRINGD_TEST_MINUTES` later, so that all tests can run at another time of day.
impl Default for TestClock {
    fn default() -> Self {
        let minutes = std::env::var("OMRINGD_TEST_MINUTES").ok().map_or(0, |minutes| minutes.parse().unwrap());
        Self(Arc::new(Mutex::new(TimeDelta::minutes(minutes))))
    }
}

impl TestClock {
    /// Moves the time forward.
    pub(crate) fn advance(&self, by: TimeDelta) {
        *self.0.lock().unwrap() += by;
    }
}

impl Clock for TestClock {
    fn now(&self) -> DateTime<Utc> {
        SystemClock.now() + *self.0.lock().unwrap()
    }
}
