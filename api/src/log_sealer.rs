//! Seals the access log in this process; any process may, one at a time does.

use domain::access_log::seals::{Lag, Sealer};
use domain::ports::Clock;
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::time::MissedTickBehavior;

/// Seals until nothing is served any more, and then what was logged last.
pub(crate) async fn seal(sealer: Sealer, every: Duration, mut stopped: oneshot::Receiver<()>) {
    let mut ticks = tokio::time::interval(every);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut failing = false;
    loop {
        tokio::select! {
            biased;
            _ = &mut stopped => break,
            _ = ticks.tick() => failing = seal_new(&sealer, failing).await,
        }
    }
    seal_new(&sealer, failing).await;
}

/// Returns whether it failed. A failure is logged once, until it succeeds.
async fn seal_new(sealer: &Sealer, failing: bool) -> bool {
    match sealer.seal_new().await {
        Ok(lag) => {
            observe(lag, &*sealer.clock);
            false
        }
        Err(error) => {
            if !failing {
                let error = crate::problem::chain(&error);
                tracing::error!(%error, "the access log cannot be sealed; trying again");
            }
            true
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a gauge is a float; at most 100,001 lines are counted")]
fn observe(lag: Lag, clock: &dyn Clock) {
    metrics::gauge!("access_log_unsealed_lines").set(lag.lines as f64);
    let age = lag.oldest.map_or(0.0, |oldest| (clock.now() - oldest).as_seconds_f64());
    metrics::gauge!("access_log_unsealed_seconds").set(age.max(0.0));
}
