use crate::auth::seen;
use crate::problem::Problem;
use actix_web::body::MessageBody;
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::http::{Method, StatusCode, header};
use actix_web::middleware::Next;
use actix_web::web::BytesMut;
use actix_web::{Error, HttpMessage};
use aws_lc_rs::digest::{SHA256, digest};
use futures_util::StreamExt;
use std::time::Duration;

/// The most bytes of a body.
pub(crate) const BODY_LIMIT: usize = 2 * 1024 * 1024;
/// The most bytes of a whole client with all cards.
pub(crate) const CLIENT_LIMIT: usize = 16 * 1024 * 1024;

/// SHA-256 of the request's body.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BodyDigest(pub(crate) [u8; 32]);

/// Receives the body whole before anything is done: within the deadline (a slow body is not cut by the server
/// itself), up to the limit, and with its digest at hand.
pub(crate) async fn buffer<B: MessageBody + 'static>(
    deadline: Duration,
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let limit = limit(&request);
    let announced = request.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    if announced.is_some_and(|length: u64| length > limit as u64) {
        return Err(too_large().into());
    }
    let encoded = is_encoded(&request);
    let received = tokio::time::timeout(deadline, receive(request.take_payload(), limit)).await;
    let body = received.map_err(|_| Problem::new(StatusCode::REQUEST_TIMEOUT, "request-timeout"))??;
    if encoded && !body.is_empty() {
        let problem = Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported-content-encoding");
        return Err(problem.with(header::ACCEPT_ENCODING, "identity").into());
    }
    let digest: [u8; 32] =
        digest(&SHA256, &body).as_ref().try_into().map_err(domain::Error::internal).map_err(Problem::from)?;
    request.extensions_mut().insert(BodyDigest(digest));
    request.set_payload(Payload::from(body.freeze()));
    next.call(request).await
}

/// Whether `Content-Encoding` names a coding: bodies are taken as they are, so that none can unpack to a larger one.
fn is_encoded(request: &ServiceRequest) -> bool {
    let mut codings =
        request.headers().get_all(header::CONTENT_ENCODING).flat_map(|line| line.as_bytes().split(|b| *b == b','));
    codings.any(|coding| !coding.trim_ascii().is_empty() && !coding.trim_ascii().eq_ignore_ascii_case(b"identity"))
}

/// Only the import of a whole client may be larger, and only for somebody with a genuine token.
fn limit(request: &ServiceRequest) -> usize {
    let path = request.path();
    let of_client = *request.method() == Method::POST && path.starts_with("/v1/clients/") && path.ends_with("/import");
    if of_client && seen(request.request()).is_ok() { CLIENT_LIMIT } else { BODY_LIMIT }
}

async fn receive(mut payload: Payload, limit: usize) -> Result<BytesMut, Problem> {
    let mut body = BytesMut::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| Problem::new(StatusCode::REQUEST_TIMEOUT, "request-timeout"))?;
        if body.len() + chunk.len() > limit {
            return Err(too_large());
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

fn too_large() -> Problem {
    Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "payload-too-large")
}
