use super::Tokens;
use crate::problem::{FieldProblem, Place, Problem};
use crate::request_context::{BodyDigest, RequestId, Seen};
use crate::schema::request_header;
use actix_web::http::{Method, header};
use actix_web::web::Data;
use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload};
use aws_lc_rs::digest::{Context, SHA256};
use domain::{Caller, Error, FieldCode, IdempotencyKey, Ports};
use std::future::{Ready, ready};
use utoipa::IntoParams;
use utoipa::openapi::Required;
use utoipa::openapi::path::{Parameter, ParameterIn};
use utoipa::openapi::schema::ObjectBuilder;

/// The caller of a request, from its verified access token. The session is not looked up yet.
#[derive(Debug)]
pub(crate) struct Bearer(pub(crate) Caller);

impl FromRequest for Bearer {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(identified(request))
    }
}

/// The caller of a request; an idempotency key covers the body as far as it was received.
///
/// # Errors
/// 401 without a valid token; 400 for an invalid key.
pub(crate) fn identified(request: &HttpRequest) -> Result<Bearer, Problem> {
    let Seen { session, user, integration } = seen(request)?;
    of_request(request, Caller { integration, ..Caller::person(session, user) })
}

/// The caller with the request's idempotency key and id.
///
/// # Errors
/// 400 for an invalid key.
pub(crate) fn of_request(request: &HttpRequest, caller: Caller) -> Result<Bearer, Problem> {
    let name = request.extensions().get::<RequestId>().map(|id| id.0.clone());
    Ok(Bearer(Caller { idempotency: idempotency(request)?, request: name, ..caller }))
}

/// The token of the request.
///
/// # Errors
/// 401 without one.
pub(crate) fn bearer_token(request: &HttpRequest) -> Result<&str, Problem> {
    let header = request.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let token =
        header.and_then(|value| value.split_once(' ')).filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
    let (_, token) = token.ok_or_else(Problem::without_token)?;
    Ok(token.trim())
}

/// The session and user of the request's access token, verified once per request.
///
/// # Errors
/// 401 without a valid token.
pub(crate) fn seen(request: &HttpRequest) -> Result<Seen, Problem> {
    if let Some(seen) = request.extensions().get::<Seen>() {
        return Ok(*seen);
    }
    let tokens = request.app_data::<Data<Tokens>>().ok_or_else(|| Error::internal("no token keys"))?;
    let seen = tokens.verify(bearer_token(request)?)?;
    let ports = request.app_data::<Data<Ports>>().ok_or_else(|| Error::internal("no ports"))?;
    if ports.refusals.refuses(seen.session) {
        return Err(Error::Unauthenticated.into());
    }
    request.extensions_mut().insert(seen);
    Ok(seen)
}

/// `Idempotency-Key` in the OpenAPI document, for operations that store their responses.
#[derive(Debug)]
pub(crate) enum IdempotencyHeader {}

impl IntoParams for IdempotencyHeader {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let key = ObjectBuilder::new().min_length(Some(1)).max_length(Some(255)).pattern(Some("^[!-~]+$"));
        let repeat = "Makes it safe to send this request again: for 24 hours the same key gives the same response.";
        vec![request_header("Idempotency-Key", Required::False, repeat, key)]
    }
}

/// The idempotency key of a POST; other methods are idempotent by themselves.
fn idempotency(request: &HttpRequest) -> Result<Option<IdempotencyKey>, Problem> {
    let Some(value) = request.headers().get("Idempotency-Key").filter(|_| request.method() == Method::POST) else {
        return Ok(None);
    };
    let key = value
        .to_str()
        .ok()
        .filter(|key| (1..=255).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic()))
        .ok_or_else(|| {
            let error = FieldProblem::new(Place::Header, "/Idempotency-Key", FieldCode::Format);
            Problem::invalid(vec![error])
        })?;
    let mut fingerprint = Context::new(&SHA256);
    fingerprint.update(request.uri().to_string().as_bytes());
    if let Some(BodyDigest(digest)) = request.extensions().get() {
        fingerprint.update(digest);
    }
    let fingerprint = fingerprint.finish().as_ref().try_into().map_err(Error::internal)?;
    Ok(Some(IdempotencyKey { key: key.to_owned(), fingerprint }))
}
