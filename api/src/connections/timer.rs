use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Instant;
use tokio::time::{Sleep, sleep_until};

/// Wakes a task at a time that may change.
///
/// If the time only moves later, as with every request, the timer is not registered again: it fires at the old time and
/// checks.
#[derive(Debug, Default)]
pub(super) struct Timer(Option<Pin<Box<Sleep>>>);

impl Timer {
    /// Returns ready once `due` has passed.
    pub(super) fn poll(&mut self, context: &mut Context<'_>, due: Instant) -> Poll<()> {
        let sleep = self.0.get_or_insert_with(|| Box::pin(sleep_until(due.into())));
        loop {
            if Instant::now() >= due {
                return Poll::Ready(());
            }
            if sleep.is_elapsed() || sleep.deadline() > due.into() {
                sleep.as_mut().reset(due.into());
            }
            if sleep.as_mut().poll(context).is_pending() {
                return Poll::Pending;
            }
        }
    }
}
