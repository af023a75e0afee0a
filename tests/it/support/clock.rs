use chrono::{DateTime, TimeDelta, Utc};
use domain::ports::{Clock, SystemClock};
use std::sync::{Arc, Mutex};

/// The machine's clock, which a test can advance.
#[derive(Clone, Debug, Default)]
pub(crate) struct TestClock(Arc<Mutex<TimeDelta>>);

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
