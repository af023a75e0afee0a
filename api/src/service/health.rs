use crate::problem::Problem;
use crate::respond::NoContent;
use actix_web::get;
use actix_web::http::{StatusCode, header};
use actix_web::web::Data;
use domain::Ports;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// How long the database may take to answer.
const PATIENCE: Duration = Duration::from_secs(2);

/// Whether the service still takes new requests.
#[derive(Clone, Debug, Default)]
pub struct Readiness(Arc<watch::Sender<bool>>);

impl Readiness {
    /// From now on the service is not ready: it is about to stop.
    pub fn drain(&self) {
        self.0.send_replace(true);
    }

    fn draining(&self) -> bool {
        *self.0.borrow()
    }

    /// Waits until the service is about to stop.
    pub(crate) async fn drained(&self) {
        // The sender lives as long as `self`.
        drop(self.0.subscribe().wait_for(|draining| *draining).await);
    }
}

/// Whether the process runs.
#[utoipa::path(tag = "service", operation_id = "showLiveness", security(()), responses((status = 204, description = "It runs.")))]
#[get("/health/live")]
pub(super) async fn live() -> NoContent {
    NoContent
}

/// Whether the service can answer: the database does, and it is not about to stop.
#[utoipa::path(
    tag = "service",
    operation_id = "showReadiness",
    security(()),
    responses((status = 204, description = "Ready."), (status = 503, description = "Not ready.", body = crate::problem::ProblemView, content_type = "application/problem+json")),
)]
#[get("/health/ready")]
pub(super) async fn ready(ports: Data<Ports>, readiness: Data<Readiness>) -> Result<NoContent, Problem> {
    let answers = async { matches!(tokio::time::timeout(PATIENCE, ports.store.ping()).await, Ok(Ok(()))) };
    if readiness.draining() || !answers.await {
        return Err(Problem::new(StatusCode::SERVICE_UNAVAILABLE, "unavailable").with(header::RETRY_AFTER, "5"));
    }
    Ok(NoContent)
}
