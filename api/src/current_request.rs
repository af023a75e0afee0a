//! The request that a task serves, for the access log.

use crate::client_address::ClientAddress;
use crate::request_context::RequestId;
use actix_web::{HttpMessage, HttpRequest};
use domain::audit::{CurrentRequest, RequestOrigin};
use std::future::Future;

tokio::task_local! {
    static ORIGIN: RequestOrigin;
}

/// Where the request came from.
pub(crate) fn origin(request: &HttpRequest) -> RequestOrigin {
    let id = request.extensions().get::<RequestId>().map(|id| id.0.clone());
    RequestOrigin { address: Some(ClientAddress::of(request).address()), request: id }
}

/// Runs a handler, in which [`TaskRequest`] knows this origin.
pub(crate) async fn within<F: Future>(origin: RequestOrigin, handler: F) -> F::Output {
    ORIGIN.scope(origin, handler).await
}

/// The request of the current task.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TaskRequest;

impl CurrentRequest for TaskRequest {
    fn origin(&self) -> RequestOrigin {
        ORIGIN.try_with(Clone::clone).unwrap_or_default()
    }
}
