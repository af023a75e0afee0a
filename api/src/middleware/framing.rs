use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::error::PayloadError;
use actix_web::http::{ConnectionType, Method, Version, header};
use actix_web::middleware::Next;
use actix_web::web::Bytes;
use actix_web::{Error, HttpMessage};
use futures_util::{StreamExt, stream};
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

/// Delimits bodies where the server does not.
///
/// No body after HEAD, no chunks in HTTP/1.0, no other protocol.
pub(crate) async fn frame<B: MessageBody + 'static>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let headers_only = request.method() == Method::HEAD;
    let without_chunks = request.version() < Version::HTTP_11;
    let switching = request.head().upgrade() || until_closed(&request);
    if until_closed(&request) {
        let (length, payload) = (announced(&request), request.take_payload());
        request.set_payload(first(payload, length));
    }
    let mut response = next.call(request).await?.map_into_boxed_body();
    let streamed = response.response().body().size() == BodySize::Stream;
    let head = response.response_mut().head_mut();
    if without_chunks && streamed {
        head.no_chunking(true);
    }
    if switching || (without_chunks && streamed) {
        head.set_connection_type(ConnectionType::Close);
    }
    // The server omits the body of a HEAD response, but would still poll all of it and keep its resources.
    Ok(if headers_only { response.map_body(|_, body| Unsent(body.size()).boxed()) } else { response })
}

/// Returns whether the server reads everything after the head as the request's body.
///
/// The request is handled as any other, because the service supports no other protocol (RFC 9110, 7.8).
fn until_closed(request: &ServiceRequest) -> bool {
    let websocket = |value: &header::HeaderValue| value.as_bytes().trim_ascii().eq_ignore_ascii_case(b"websocket");
    request.method() == Method::CONNECT || request.headers().get_all(header::UPGRADE).any(websocket)
}

fn announced(request: &ServiceRequest) -> Option<u64> {
    if request.headers().contains_key(header::TRANSFER_ENCODING) {
        return None;
    }
    let length = request.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok());
    Some(length.and_then(|length| length.trim().parse().ok()).unwrap_or(0))
}

/// Limits the payload to the first `length` bytes; without a length, the body delimits itself.
fn first(payload: Payload, length: Option<u64>) -> Payload {
    let Some(length) = length else { return payload };
    let pieces = stream::unfold((payload, length), |(mut payload, left)| async move {
        if left == 0 {
            return None;
        }
        let piece = payload.next().await.unwrap_or(Err(PayloadError::Incomplete(None)));
        let piece =
            piece.map(|bytes: Bytes| bytes.slice(..bytes.len().min(usize::try_from(left).unwrap_or(usize::MAX))));
        let left = piece.as_ref().map_or(0, |bytes| left - bytes.len() as u64);
        Some((piece, (payload, left)))
    });
    Payload::Stream { payload: Box::pin(pieces) }
}

/// A body with this size that produces no bytes.
struct Unsent(BodySize);

impl MessageBody for Unsent {
    type Error = Infallible;

    fn size(&self) -> BodySize {
        self.0
    }

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Bytes, Infallible>>> {
        Poll::Ready(None)
    }
}
