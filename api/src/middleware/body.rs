use crate::auth::seen;
use crate::problem::{FieldProblem, Place, Problem, ProblemType};
use crate::request_context::BodyDigest;
use actix_web::body::MessageBody;
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::error::PayloadError;
use actix_web::http::{ConnectionType, Method, header};
use actix_web::middleware::Next;
use actix_web::web::{Bytes, BytesMut};
use actix_web::{Error, HttpMessage, HttpRequest};
use aws_lc_rs::digest::{SHA256, digest};
use domain::FieldCode;
use futures_util::StreamExt;
use std::time::Duration;
use tokio::time::{Instant, timeout_at};

/// Maximum body size in bytes without a valid token.
const ANONYMOUS_LIMIT: usize = 16 * 1024;
/// Maximum body size in bytes with a valid token, except on the routes of [`LargeBody`].
pub(crate) const BODY_LIMIT: usize = 256 * 1024;
/// Maximum body size in bytes of a map's content, tables for a map, and an address book.
const MAP_LIMIT: usize = 2 * 1024 * 1024;
/// Maximum body size in bytes of a whole client with all cards.
const CLIENT_LIMIT: usize = 64 * 1024 * 1024;
/// Minimum bytes per second of a body above [`BODY_LIMIT`], after the deadline for every body.
const SLOWEST: u64 = 128 * 1024;

/// A route that accepts bodies above [`BODY_LIMIT`].
///
/// Its handler receives such a body after it authorizes the caller.
struct LargeBody {
    method: Method,
    path: &'static str,
    limit: usize,
}

const LARGE_BODIES: [LargeBody; 4] = [
    LargeBody { method: Method::PUT, path: "/v1/maps/{}/content", limit: MAP_LIMIT },
    LargeBody { method: Method::POST, path: "/v1/maps/{}/import", limit: MAP_LIMIT },
    LargeBody { method: Method::POST, path: "/v1/clients/{}/contact-previews", limit: MAP_LIMIT },
    LargeBody { method: Method::POST, path: "/v1/clients/{}/import", limit: CLIENT_LIMIT },
];

impl LargeBody {
    fn of(method: &Method, path: &str) -> Option<&'static Self> {
        let fits = |pattern: &str| {
            let mut segments = pattern.split('/').zip(path.split('/'));
            pattern.split('/').count() == path.split('/').count()
                && segments.all(|(one, other)| one == "{}" || one == other)
        };
        LARGE_BODIES.iter().find(|route| route.method == *method && fits(route.path))
    }

    /// Returns the route if the handler receives the body: its announced length is large, or absent.
    fn left_to_handler(request: &HttpRequest) -> Option<&'static Self> {
        Self::of(request.method(), request.path())
            .filter(|_| announced(request).is_none_or(|length| length > BODY_LIMIT))
    }
}

/// Returns the body length from `Content-Length`.
fn announced(request: &HttpRequest) -> Option<usize> {
    request.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok())
}

/// Receives the whole body before the handler runs, and computes its digest.
///
/// The deadline is enforced here, because the server itself does not end a slow body. The limit is that of most routes;
/// large bodies are left to the handler.
pub(crate) async fn buffer<B: MessageBody + 'static>(
    deadline: Duration,
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    if is_left_to_handler(request.request()) {
        let mut response = next.call(request).await?;
        if !response.status().is_success() {
            // Part of the body may be unread; it must not be parsed as the next request.
            response.response_mut().head_mut().set_connection_type(ConnectionType::Close);
        }
        return Ok(response);
    }
    let limit = if seen(request.request()).is_ok() { BODY_LIMIT } else { ANONYMOUS_LIMIT };
    let payload = request.take_payload();
    let body = receive(request.request(), payload, limit, deadline).await?;
    request.set_payload(Payload::from(body));
    next.call(request).await
}

/// Returns whether `buffer` leaves the body of this request to its handler.
pub(crate) fn is_left_to_handler(request: &HttpRequest) -> bool {
    LargeBody::left_to_handler(request).is_some()
}

/// Receives the body of a request that `buffer` left to its handler.
pub(crate) async fn receive_large(
    request: &HttpRequest,
    payload: Payload,
    deadline: Duration,
) -> Result<Bytes, Problem> {
    let limit = LargeBody::of(request.method(), request.path()).map_or(BODY_LIMIT, |route| route.limit);
    receive(request, payload, limit, deadline).await
}

/// Returns the extra time for a handler that receives the body itself.
pub(crate) fn longest_to_receive(request: &HttpRequest, deadline: Duration) -> Duration {
    let route = LargeBody::left_to_handler(request);
    route.map_or(Duration::ZERO, |route| deadline + time_for(route.limit))
}

/// Returns the longest time to receive this many bytes, at the minimum rate.
fn time_for(bytes: usize) -> Duration {
    Duration::from_secs(bytes as u64 / SLOWEST)
}

async fn receive(
    request: &HttpRequest,
    mut payload: Payload,
    limit: usize,
    deadline: Duration,
) -> Result<Bytes, Problem> {
    let announced = announced(request);
    if announced.is_some_and(|length| length > limit) {
        return Err(too_large());
    }
    let begin = Instant::now();
    // Reserved memory costs nothing until it is written, and the buffer need not be copied while it grows.
    let mut body = BytesMut::with_capacity(announced.unwrap_or_default());
    let mut until = begin + deadline;
    while let Some(chunk) = timeout_at(until, payload.next()).await.map_err(|_| too_slow())? {
        let chunk = chunk.map_err(|error| broken(&error))?;
        if body.len() + chunk.len() > limit {
            return Err(too_large());
        }
        body.extend_from_slice(&chunk);
        if limit > BODY_LIMIT {
            until = begin + deadline + time_for(body.len());
        }
    }
    if is_encoded(request) && !body.is_empty() {
        let problem = Problem::new(ProblemType::UnsupportedContentEncoding);
        return Err(problem.with(header::ACCEPT_ENCODING, "identity"));
    }
    let digest: [u8; 32] =
        digest(&SHA256, &body).as_ref().try_into().map_err(domain::Error::internal).map_err(Problem::from)?;
    request.extensions_mut().insert(BodyDigest(digest));
    Ok(body.freeze())
}

/// Returns whether `Content-Encoding` names a coding.
///
/// Bodies are not decoded, so that none can expand beyond its limit.
fn is_encoded(request: &HttpRequest) -> bool {
    let mut codings =
        request.headers().get_all(header::CONTENT_ENCODING).flat_map(|line| line.as_bytes().split(|b| *b == b','));
    codings.any(|coding| !coding.trim_ascii().is_empty() && !coding.trim_ascii().eq_ignore_ascii_case(b"identity"))
}

fn too_large() -> Problem {
    Problem::new(ProblemType::PayloadTooLarge)
}

fn too_slow() -> Problem {
    Problem::new(ProblemType::RequestTimeout)
}

/// Returns the problem for a body that ended early.
///
/// An invalid chunk also appears as an early end. A client that disconnected does not read the response.
fn broken(error: &PayloadError) -> Problem {
    if matches!(error, PayloadError::Overflow) {
        return too_large();
    }
    Problem::invalid(vec![FieldProblem::new(Place::Body, "", FieldCode::Malformed)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_routes_of_the_table_take_large_bodies() {
        let limit = |method: Method, path| LargeBody::of(&method, path).map(|route| route.limit);
        assert_eq!(limit(Method::POST, "/v1/clients/1/import"), Some(CLIENT_LIMIT));
        assert_eq!(limit(Method::POST, "/v1/maps/1/import"), Some(MAP_LIMIT));
        assert_eq!(limit(Method::PUT, "/v1/maps/1/content"), Some(MAP_LIMIT));
        assert_eq!(limit(Method::POST, "/v1/clients/1/contact-previews"), Some(MAP_LIMIT));
        for (method, path) in [
            (Method::PUT, "/v1/clients/1/import"),
            (Method::POST, "/v1/clients/1/import/"),
            (Method::POST, "/v1/clients/1/2/import"),
            (Method::POST, "/v1/clients/import"),
            (Method::POST, "/v1/sessions"),
        ] {
            assert_eq!(limit(method, path), None, "{path}");
        }
    }
}
