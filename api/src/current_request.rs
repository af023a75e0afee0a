//! The request that a task serves, for the access log.

use crate::client_address::ClientAddress;
use crate::request_context::RequestId;
use actix_web::{HttpMessage, HttpRequest};
use domain::audit::{CurrentRequest, RequestOrigin};
use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

tokio::task_local! {
    static SERVED: Served;
}

/// A request that is being served.
#[derive(Clone, Debug, Default)]
pub(crate) struct Served {
    origin: RequestOrigin,
    /// Whether a line of the access log was accepted that the response must wait for.
    owes_line: Arc<AtomicBool>,
}

impl Served {
    pub(crate) fn new(request: &HttpRequest) -> Self {
        let id = request.extensions().get::<RequestId>().map(|id| id.0.clone());
        let origin = RequestOrigin { address: Some(ClientAddress::of(request).address()), request: id };
        Self { origin, ..Self::default() }
    }

    /// The request of the current task; empty outside of one.
    pub(crate) fn current() -> Self {
        SERVED.try_with(Clone::clone).unwrap_or_default()
    }

    /// Runs a part of the handler of this request.
    pub(crate) async fn scope<F: Future>(self, part: F) -> F::Output {
        SERVED.scope(self, part).await
    }

    pub(crate) fn owes_line(&self) -> bool {
        self.owes_line.load(Ordering::SeqCst)
    }
}

/// The request of the current task.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TaskRequest;

impl CurrentRequest for TaskRequest {
    fn origin(&self) -> RequestOrigin {
        Served::current().origin
    }

    fn owe_line(&self) {
        // Outside of a request nobody waits.
        SERVED.try_with(|served| served.owes_line.store(true, Ordering::SeqCst)).unwrap_or_default();
    }
}
