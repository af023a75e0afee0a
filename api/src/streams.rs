//! How many event streams are open, and how often each looks.

use crate::problem::Problem;
use actix_web::http::{StatusCode, header};
use domain::{Error, UserId};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::Semaphore;

/// After how many seconds somebody refused may try again.
const AGAIN: u32 = 15;
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
pub struct Streams(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    settings: StreamSettings,
    open: Mutex<Open>,
    looks: Semaphore,
}

#[derive(Debug, Default)]
struct Open {
    all: u32,
    of_user: HashMap<UserId, u32>,
}

impl Streams {
    /// None open yet.
    #[must_use]
    pub fn new(settings: StreamSettings) -> Self {
        Self(Arc::new(Shared { settings, open: Mutex::default(), looks: Semaphore::new(LOOKS_AT_ONCE) }))
    }

    pub(crate) fn heartbeat(&self) -> Duration {
        self.0.settings.heartbeat
    }

    /// A place for one more stream of this user: 429 if the user has too many, 503 if the process has.
    pub(crate) fn enter(&self, user: UserId) -> Result<Place, Problem> {
        let mut open = self.open();
        self.admits(&open, user)?;
        open.all += 1;
        *open.of_user.entry(user).or_default() += 1;
        metrics::gauge!("event_streams_open").set(open.all);
        Ok(Place { streams: self.clone(), user })
    }

    /// Whether there is a place, which is not taken.
    pub(crate) fn has_room(&self, user: UserId) -> Result<(), Problem> {
        self.admits(&self.open(), user)
    }

    fn admits(&self, open: &Open, user: UserId) -> Result<(), Problem> {
        if open.of_user.get(&user).is_some_and(|streams| *streams >= self.0.settings.per_user) {
            return Err(Error::Busy(AGAIN).into());
        }
        if open.all >= self.0.settings.per_process {
            return Err(Problem::new(StatusCode::SERVICE_UNAVAILABLE, "unavailable")
                .with(header::RETRY_AFTER, AGAIN.to_string()));
        }
        Ok(())
    }

    fn open(&self) -> MutexGuard<'_, Open> {
        self.0.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The place of an open stream; given up when dropped.
#[derive(Debug)]
pub(crate) struct Place {
    streams: Streams,
    user: UserId,
}

impl Place {
    /// Looks when it is this stream's turn.
    pub(crate) async fn in_turn<T>(&self, look: impl Future<Output = T>) -> T {
        let _turn = self.streams.0.looks.acquire().await;
        look.await
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut open = self.streams.open();
        open.all = open.all.saturating_sub(1);
        if let Some(streams) = open.of_user.get_mut(&self.user) {
            *streams = streams.saturating_sub(1);
            if *streams == 0 {
                open.of_user.remove(&self.user);
            }
        }
        metrics::gauge!("event_streams_open").set(open.all);
    }
}
