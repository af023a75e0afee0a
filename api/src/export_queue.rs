//! Limits on exports: requests that read a whole client.
//!
//! Imports have their own limit (`v1::portability`).

use crate::auth::seen;
use crate::current_request::Served;
use crate::fair_queue::{self, FairQueue, Permit};
use crate::low_priority::{LowPriorityThreads, Priority};
use crate::middleware;
use crate::problem::Problem;
use crate::retry_after;
use crate::slots::{Bounds, Slots};
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use domain::{Error, Result, UserId};
use std::num::NonZeroUsize;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::runtime::Handle;

/// Timeout for the first permit of a request; shorter than the deadline of a request.
const TIMEOUT: Duration = Duration::from_secs(10);

/// Limits of exports.
#[derive(Clone, Copy, Debug)]
pub struct ExportSettings {
    /// Maximum exports with a permit at one moment; the others wait for a permit or for their client.
    pub at_once: NonZeroUsize,
    /// Maximum open exports per user.
    pub per_user: u32,
    /// Maximum open exports per process.
    pub per_process: u32,
}

impl Default for ExportSettings {
    fn default() -> Self {
        Self { at_once: NonZeroUsize::MIN, per_user: 2, per_process: 32 }
    }
}

/// The open exports of this process.
#[derive(Clone, Debug)]
pub(crate) struct ExportQueue(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    bounds: Bounds,
    open: Slots<UserId>,
    permits: FairQueue,
    threads: LowPriorityThreads,
}

impl ExportQueue {
    /// Creates the queue, with no open exports.
    ///
    /// # Errors
    /// Only [`Error::Internal`].
    pub(crate) fn new(settings: ExportSettings) -> Result<Self> {
        let ExportSettings { at_once, per_user, per_process } = settings;
        let permits = FairQueue::new(
            "export",
            fair_queue::Bounds {
                permits: at_once.get(),
                permits_per_user: at_once.get().saturating_sub(1).max(1),
                // The open exports are limited, so the waiting ones are too.
                waiting_per_user: usize::MAX,
                waiting: usize::MAX,
                timeout: TIMEOUT,
            },
        );
        let bounds = Bounds { each: per_user, all: per_process };
        let threads = LowPriorityThreads::new("heavy", at_once, Priority::Niced)?;
        Ok(Self(Arc::new(Shared { bounds, open: Slots::new("exports_open"), permits, threads })))
    }
}

/// Lets a handler do heavy work.
///
/// It holds a permit until the work is done, and a slot until the response is written.
#[derive(Debug)]
pub(crate) struct Heavy {
    work: ExportQueue,
    permit: Permit,
}

impl Heavy {
    /// Runs the work off the threads that serve requests; the work may wait for the database.
    ///
    /// # Errors
    /// Those of the work; [`Error::Internal`] if it panics.
    pub(crate) async fn run<T, F>(self, work: impl FnOnce() -> F + Send + 'static) -> Result<T>
    where
        T: Send + 'static,
        F: Future<Output = Result<T>>,
    {
        let (Self { work: shared, permit }, runtime, span) = (self, Handle::current(), tracing::Span::current());
        let served = Served::current();
        let run = move || {
            // The permit is held until the work ends, even if the client no longer waits for the response.
            let _permit = permit;
            span.in_scope(|| runtime.block_on(served.scope(work())))
        };
        shared.0.threads.run(run).await?
    }
}

impl FromRequest for Heavy {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = std::result::Result<Self, Problem>>>>;

    /// Authenticates the caller, takes a slot and waits for a permit.
    ///
    /// # Errors
    /// 401; 429 if this user has too many open exports; 503 if the process has.
    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let user = seen(&request)?.user;
            let work = request.app_data::<Data<ExportQueue>>().ok_or_else(|| Error::internal("no heavy work"))?;
            let work = work.get_ref().clone();
            let Shared { bounds, open, permits, .. } = &*work.0;
            let place = open.enter(Some(user), *bounds).map_err(|full| full.problem(retry_after::EXPORT))?;
            let permit = permits.acquire(user).await?;
            middleware::hold(&request, Box::new(place));
            Ok(Self { work, permit })
        })
    }
}
