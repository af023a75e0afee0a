use crate::extract::LenientQuery;
use crate::problem::Problem;
use crate::response::NoContent;
use crate::retry_after;
use actix_web::get;
use actix_web::web::Data;
use domain::Ports;
use serde::Deserialize;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::{Mutex, watch};
use utoipa::{IntoParams, ToSchema};

/// How long the database may take to answer.
const TIMEOUT: Duration = Duration::from_secs(2);
/// How long the answer of a try to write stands, however many ask.
const WRITE_EVERY: Duration = Duration::from_secs(1);

/// Whether the service still takes new requests, and whether changes can be stored.
#[derive(Clone, Debug, Default)]
pub(crate) struct Readiness {
    draining: Arc<watch::Sender<bool>>,
    written: Arc<Mutex<Option<(Instant, bool)>>>,
}

impl Readiness {
    /// Marks the service as not ready, because it is stopping.
    pub(crate) fn drain(&self) {
        self.draining.send_replace(true);
    }

    fn draining(&self) -> bool {
        *self.draining.borrow()
    }

    /// Waits until the service is about to stop.
    pub(crate) async fn drained(&self) {
        // The sender lives as long as `self`.
        drop(self.draining.subscribe().wait_for(|draining| *draining).await);
    }

    /// Whether a change can be stored, tried once a second at most.
    async fn writes(&self, ports: &Ports) -> bool {
        let mut written = self.written.lock().await;
        if let Some((at, could)) = *written
            && at.elapsed() < WRITE_EVERY
        {
            return could;
        }
        let tried = tokio::time::timeout(TIMEOUT, ports.store.try_write(ports.clock.now())).await;
        let could = matches!(tried, Ok(Ok(())));
        if let Ok(Err(error)) = tried
            && !matches!(*written, Some((_, false)))
        {
            tracing::error!(error = %crate::problem::chain(&error), "changes cannot be stored");
        }
        *written = Some((Instant::now(), could));
        could
    }
}

/// Whether the process runs.
#[utoipa::path(tag = "service", operation_id = "showLiveness", security(()), responses((status = 204, description = "The process runs.")))]
#[get("/health/live")]
pub(super) async fn live() -> NoContent {
    NoContent
}

/// What the service should be ready for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct ReadinessQuery {
    /// `writes` also tests whether anything can be stored. With a full or read-only disk neither reads nor changes work:
    /// both are logged.
    #[param(inline)]
    r#for: Option<Purpose>,
}

/// What a service can be ready for besides reading.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
enum Purpose {
    Writes,
}

// A load balancer may add parameters of its own.
/// Whether the service can serve requests: the database answers and the service is not stopping. With `for=writes`,
/// also whether changes can be stored; this is tested at most once a second.
#[utoipa::path(
    tag = "service",
    operation_id = "showReadiness",
    security(()),
    params(ReadinessQuery),
    responses(
        (status = 204, description = "Ready."),
        (status = 400, description = "Invalid query.", body = crate::problem::ProblemView, content_type = "application/problem+json"),
        (status = 503, description = "Not ready.", body = crate::problem::ProblemView, content_type = "application/problem+json"),
    ),
)]
#[get("/health/ready")]
pub(super) async fn ready_for(
    ports: Data<Ports>,
    readiness: Data<Readiness>,
    asked: LenientQuery<ReadinessQuery>,
) -> Result<NoContent, Problem> {
    let answers = async { matches!(tokio::time::timeout(TIMEOUT, ports.store.ping()).await, Ok(Ok(()))) };
    let ready = !readiness.draining() && answers.await && (asked.0.r#for.is_none() || readiness.writes(&ports).await);
    if !ready {
        return Err(Problem::unavailable(retry_after::UNAVAILABLE));
    }
    Ok(NoContent)
}
