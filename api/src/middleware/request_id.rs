use crate::request_context::RequestId;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage};
use domain::ports::Ids;
use std::sync::Arc;

const NAME: HeaderName = HeaderName::from_static("x-request-id");

/// Uses the request id of the client if it is valid, or generates one; the response repeats it.
pub(crate) async fn identify<B: MessageBody + 'static>(
    ids: Arc<dyn Ids>,
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let given = request.headers().get(&NAME).and_then(|value| value.to_str().ok()).filter(|id| plain(id));
    let id = given.map_or_else(|| ids.next().to_string(), str::to_owned);
    request.extensions_mut().insert(RequestId(id.clone()));
    let mut response = next.call(request).await?;
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(NAME, id);
    }
    Ok(response)
}

/// Returns whether the id contains only characters that cannot break a log line.
fn plain(id: &str) -> bool {
    (1..=128).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b))
}
