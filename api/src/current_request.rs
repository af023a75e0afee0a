//! The request that a task serves, for the access log and the log.

use crate::client_address::{ClientAddress, ClientNetwork};
use crate::request_context::RequestId;
use crate::trace_context::TraceContext;
use actix_web::{HttpMessage, HttpRequest};
use domain::OrganisationId;
use domain::audit::{CurrentRequest, RequestOrigin};
use std::future::Future;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

tokio::task_local! {
    static SERVED: Served;
}

/// A request that is being served.
#[derive(Clone, Debug, Default)]
pub(crate) struct Served {
    origin: RequestOrigin,
    trace: Option<TraceContext>,
    found: Arc<Found>,
}

/// What is found out about a request while it is served.
#[derive(Debug, Default)]
struct Found {
    /// Whether a line of the access log was accepted that the response must wait for.
    owes_line: AtomicBool,
    organisation: OnceLock<OrganisationId>,
}

impl Served {
    /// Begins to serve a request, and remembers that with the request.
    pub(crate) fn begin(request: &HttpRequest, trace: Option<TraceContext>) -> Self {
        let id = request.extensions().get::<RequestId>().map(|id| id.0.clone());
        let origin = RequestOrigin { address: Some(ClientAddress::of(request).address()), request: id };
        let served = Self { origin, trace, found: Arc::default() };
        request.extensions_mut().insert(served.clone());
        served
    }

    /// The request that is being served.
    pub(crate) fn of(request: &HttpRequest) -> Self {
        request.extensions().get::<Self>().cloned().unwrap_or_default()
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
        self.found.owes_line.load(Ordering::SeqCst)
    }

    /// The id of the request; empty outside of one.
    pub(crate) fn request_id(&self) -> &str {
        self.origin.request.as_deref().unwrap_or_default()
    }

    /// The network of the client, as limits count it.
    pub(crate) fn network(&self) -> Option<ClientNetwork> {
        self.origin.address.map(|address| ClientAddress::new(address).network())
    }

    /// The organisation in which the caller acts, once it is known.
    pub(crate) fn organisation(&self) -> Option<OrganisationId> {
        self.found.organisation.get().copied()
    }

    /// The place of the request in a trace.
    pub(crate) fn trace(&self) -> Option<&TraceContext> {
        self.trace.as_ref()
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
        SERVED.try_with(|served| served.found.owes_line.store(true, Ordering::SeqCst)).unwrap_or_default();
    }

    fn is_of(&self, organisation: OrganisationId) {
        // The first one stays: that of the caller.
        let remember = |served: &Served| {
            served.found.organisation.get_or_init(|| organisation);
        };
        SERVED.try_with(remember).unwrap_or_default();
    }
}
