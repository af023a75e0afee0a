//! How many event streams are open, and how often each looks.

use crate::problem::Problem;
use crate::retry_after;
use crate::slots::{self, Bounds, Slots};
use domain::UserId;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;

/// How many streams of a process look at the database at once: when thousands are woken, requests come first.
const LOOKS_AT_ONCE: usize = 4;

/// The limits of event streams.
#[derive(Clone, Copy, Debug)]
pub struct StreamSettings {
    /// How many one user may have open.
    pub per_user: u32,
    /// How many one process holds open.
    pub per_process: u32,
    /// After how long without an event a stream shows that it lives, and looks whether it may.
    pub heartbeat: Duration,
}

/// The event streams of this process.
#[derive(Clone, Debug)]
pub(crate) struct EventStreams(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    settings: StreamSettings,
    open: Slots<UserId>,
    looks: Semaphore,
}

impl EventStreams {
    /// None open yet.
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

    /// A place for one more stream of this user: 429 if the user has too many, 503 if the process has.
    pub(crate) fn enter(&self, user: UserId) -> Result<Slot, Problem> {
        let place = self.0.open.enter(Some(user), self.bounds()).map_err(|full| full.problem(retry_after::STREAM))?;
        Ok(Slot { streams: self.clone(), _place: place })
    }

    /// Whether there is a place, which is not taken.
    pub(crate) fn has_room(&self, user: UserId) -> Result<(), Problem> {
        self.0.open.has_room(&user, self.bounds()).map_err(|full| full.problem(retry_after::STREAM))
    }

    fn bounds(&self) -> Bounds {
        let StreamSettings { per_user, per_process, .. } = self.0.settings;
        Bounds { each: per_user, all: per_process }
    }
}

/// The place of an open stream; given up when dropped.
#[derive(Debug)]
pub(crate) struct Slot {
    streams: EventStreams,
    _place: slots::Slot<UserId>,
}

impl Slot {
    /// Looks when it is this stream's turn.
    pub(crate) async fn in_turn<T>(&self, look: impl Future<Output = T>) -> T {
        let _turn = self.streams.0.looks.acquire().await;
        look.await
    }
}
