use super::compress::Route;
use crate::current_request::Served;
use crate::problem::Problem;
use crate::request_context::{RequestId, Seen};
use crate::trace_context::{self, TraceContext};
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage};
use std::time::{Duration, Instant};
use tracing::field::Empty;
use tracing::{Instrument, Span};

/// Name of the header with the place in a trace, in responses.
const TRACERESPONSE: HeaderName = HeaderName::from_static("traceresponse");

/// Writes one log line, one span and the metrics of a request.
///
/// They contain only ids, codes, the client's network and the route: no query, no name, no token. A health check is logged only
/// if it fails.
pub(crate) async fn observe<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let started = Instant::now();
    let method = label(request.method());
    let id = request.extensions().get::<RequestId>().map(|id| id.0.clone()).unwrap_or_default();
    let span = tracing::info_span!(
        "api.request",
        otel.kind = "server",
        otel.status_code = Empty,
        http.request.method = method,
        http.route = Empty,
        http.response.status_code = Empty,
        problem = Empty,
        request_id = %id
    );
    let served = Served::begin(request.request(), TraceContext::begin(&span, request.headers()));
    let mut response = next.call(request).instrument(span.clone()).await?;
    let known = response.request().extensions_mut().remove::<Route>().map(|route| route.0);
    let route = known.or_else(|| response.request().match_pattern()).unwrap_or_else(|| "none".to_owned());
    let status = response.status();
    let elapsed = started.elapsed();
    let problem = response.response().extensions().get::<Problem>().map(|problem| problem.r#type.name());
    record(&span, method, &route, status, problem);
    if status.is_client_error() || status.is_server_error() || !route.starts_with("/health/") {
        let seen = response.request().extensions().get::<Seen>().copied();
        span.in_scope(|| Line { method, route: &route, status, elapsed, problem, seen, served: &served }.write());
    }
    if let Some(place) = served.trace().and_then(|trace| HeaderValue::try_from(trace.header()).ok()) {
        response.headers_mut().insert(TRACERESPONSE, place);
    }
    let status = status.as_u16().to_string();
    metrics::counter!("http_requests_total", "method" => method, "route" => route.clone(), "status" => status)
        .increment(1);
    metrics::histogram!("http_request_duration_seconds", "method" => method, "route" => route).record(elapsed);
    Ok(response)
}

/// Records what is known only when a request is answered.
fn record(span: &Span, method: &str, route: &str, status: StatusCode, problem: Option<&str>) {
    if span.is_disabled() {
        return;
    }
    trace_context::rename(span, format!("{method} {route}"));
    span.record("http.route", route);
    span.record("http.response.status_code", status.as_u16());
    span.record("problem", problem);
    if status.is_server_error() {
        span.record("otel.status_code", "ERROR");
    }
}

/// The log line of a request.
struct Line<'a> {
    method: &'static str,
    route: &'a str,
    status: StatusCode,
    elapsed: Duration,
    problem: Option<&'static str>,
    seen: Option<Seen>,
    served: &'a Served,
}

impl Line<'_> {
    /// Writes it, as a warning if the service failed.
    fn write(&self) {
        let Self { method, route, status, elapsed, problem, seen, served } = *self;
        let person = seen.filter(|seen| seen.integration.is_none());
        // The level of an event is a constant.
        macro_rules! line {
            ($level:ident) => {
                tracing::$level!(
                    method,
                    route,
                    status = status.as_u16(),
                    problem,
                    milliseconds = (elapsed.as_secs_f64() * 1e6).round() / 1e3,
                    request_id = served.request_id(),
                    trace_id = served.trace().map(TraceContext::trace_id),
                    network = served.network().map(display),
                    organisation = served.organisation().map(display),
                    session = person.map(|person| display(person.session)),
                    user = person.map(|person| display(person.user)),
                    integration = seen.and_then(|seen| seen.integration).map(display),
                    "request"
                )
            };
        }
        if status.is_server_error() { line!(warn) } else { line!(info) }
    }
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
