use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Instant;
use tokio::time::{Sleep, sleep_until};

/// Wakes a task at a time that may move. While it only moves away, as it does with every request, nothing is registered
/// again: the timer fires at the old time and looks.
#[derive(Debug, Default)]
pub(super) struct Timer(Option<Pin<Box<Sleep>>>);

impl Timer {
    /// Ready once `due` has passed.
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
