use super::{Deadlines, longest_to_receive};
use crate::current_request::Served;
use crate::problem::Problem;
use crate::retry_after;
use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::web::Data;
use domain::Ports;
use tracing::Instrument;

/// Runs the handler in its own task, and waits for it until the deadline.
///
/// The server drops the request's future when a connection is reset. A unit of work that is dropped halfway costs a
/// database connection (see `persistence::engine`). In its own task, the work continues to its commit or rollback, also
/// past the deadline. A client that gets 503 does not know which of the two happened, and repeats the request with its
/// idempotency key.
///
/// The response waits until the access log has every refusal and failure of the handler.
pub(crate) async fn detach<B: MessageBody + 'static>(
    deadlines: Deadlines,
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let deadline = longest_to_receive(request.request(), deadlines.receive) + deadlines.answer;
    let ports = request.app_data::<Data<Ports>>().cloned();
    let served = Served::of(request.request());
    let handler = served.clone().scope(next.call(request));
    let logged = async move {
        let response = handler.await;
        if let Some(ports) = ports.filter(|_| served.owes_line()) {
            ports.audit_log.flush().await.map_err(Problem::from)?;
        }
        response
    };
    let work = actix_web::rt::spawn(logged.in_current_span());
    match tokio::time::timeout(deadline, work).await {
        Ok(Ok(response)) => response,
        Ok(Err(panicked)) => Err(Problem::from(domain::Error::internal(panicked)).into()),
        Err(_) => Err(Problem::unavailable(retry_after::UNAVAILABLE).into()),
    }
}
