use super::compress::Route;
use crate::request_context::{RequestId, Seen};
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage};
use std::time::Instant;
use tracing::Instrument;

/// Writes one log line, one span and the metrics of a request.
///
/// They contain only ids and the route: no query, no name, no token.
pub(crate) async fn observe<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let started = Instant::now();
    let method = label(request.method());
    let id = request.extensions().get::<RequestId>().map(|id| id.0.clone()).unwrap_or_default();
    let span = tracing::info_span!("api.request", method, route = tracing::field::Empty, request_id = %id);
    let response = next.call(request).instrument(span.clone()).await?;
    let known = response.request().extensions_mut().remove::<Route>().map(|route| route.0);
    let route = known.or_else(|| response.request().match_pattern()).unwrap_or_else(|| "none".to_owned());
    let status = response.status().as_u16();
    let elapsed = started.elapsed();
    let seen = response.request().extensions().get::<Seen>().copied();
    span.in_scope(|| {
        span.record("route", route.as_str());
        tracing::info!(
            method,
            %route,
            status,
            milliseconds = elapsed.as_secs_f64() * 1000.0,
            request_id = %id,
            session = seen.map(|seen| tracing::field::display(seen.session)),
            user = seen.map(|seen| tracing::field::display(seen.user)),
            "request"
        );
    });
    let status = status.to_string();
    metrics::counter!("http_requests_total", "method" => method, "route" => route.clone(), "status" => status)
        .increment(1);
    metrics::histogram!("http_request_duration_seconds", "method" => method, "route" => route).record(elapsed);
    Ok(response)
}

/// Returns the method for metrics, traces and log lines.
///
/// Only known methods appear there, because a client may send any word.
fn label(method: &Method) -> &'static str {
    const KNOWN: [Method; 7] =
        [Method::GET, Method::HEAD, Method::POST, Method::PUT, Method::PATCH, Method::DELETE, Method::OPTIONS];
    const LABELS: [&str; 7] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
    KNOWN.iter().zip(LABELS).find(|(known, _)| *known == method).map_or("other", |(_, label)| label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_method_that_a_client_made_up_is_no_label() {
        for method in ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] {
            assert_eq!(label(&method.parse().unwrap()), method);
        }
        for method in ["get", "TRACE", "CONNECT", "QWERTYUIOP"] {
            assert_eq!(label(&method.parse().unwrap()), "other");
        }
    }
}
