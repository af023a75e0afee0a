//! Limits on open event streams and on their concurrent database reads.

use crate::problem::Problem;
use crate::retry_after;
use crate::slots::{self, Bounds, Slots};
use domain::UserId;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;

/// Maximum streams per process that read the database at once.
///
/// When thousands of streams wake, requests have precedence.
const LOOKS_AT_ONCE: usize = 4;

/// Limits of event streams.
#[derive(Clone, Copy, Debug)]
pub struct StreamSettings {
    /// Maximum open streams per user.
    pub per_user: u32,
    /// Maximum open streams per process.
    pub per_process: u32,
    /// Interval without events after which a stream sends a heartbeat, and authorizes the caller again.
    pub heartbeat: Duration,
}

/// The open event streams of this process.
#[derive(Clone, Debug)]
pub(crate) struct EventStreams(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    settings: StreamSettings,
    open: Slots<UserId>,
    looks: Semaphore,
}

impl EventStreams {
    /// Creates the limits, with no open streams.
    #[must_use]
    pub(crate) fn new(settings: StreamSettings) -> Self {
        Self(Arc::new(Shared {
            settings,
            open: Slots::new("event_streams_open"),
            looks: Semaphore::new(LOOKS_AT_ONCE),
        }))
    }

    pub(crate) fn heartbeat(&self) -> Duration {
        self.0.settings.heartbeat
    }

    /// Takes a slot for a stream of this user: 429 if the user has too many, 503 if the process has.
    pub(crate) fn enter(&self, user: UserId) -> Result<Slot, Problem> {
        let place = self.0.open.enter(Some(user), self.bounds()).map_err(|full| full.problem(retry_after::STREAM))?;
        Ok(Slot { streams: self.clone(), _place: place })
    }

    /// Checks for a free slot without taking it.
    pub(crate) fn has_room(&self, user: UserId) -> Result<(), Problem> {
        self.0.open.has_room(&user, self.bounds()).map_err(|full| full.problem(retry_after::STREAM))
    }

    fn bounds(&self) -> Bounds {
        let StreamSettings { per_user, per_process, .. } = self.0.settings;
        Bounds { each: per_user, all: per_process }
    }
}

/// The slot of an open stream; released when dropped.
#[derive(Debug)]
pub(crate) struct Slot {
    streams: EventStreams,
    _place: slots::Slot<UserId>,
}

impl Slot {
    /// Runs `look` when the limit on concurrent reads allows it.
    pub(crate) async fn in_turn<T>(&self, look: impl Future<Output = T>) -> T {
        let _turn = self.streams.0.looks.acquire().await;
        look.await
    }
}
