use super::problems::write;
use crate::config::Origin;
use crate::locale;
use crate::problem::{FieldProblem, Place, Problem, ProblemType};
use crate::public_url::PublicUrl;
use crate::request_context::RequestId;
use actix_cors::{Cors, CorsError};
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{self, HeaderMap, HeaderValue};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, HttpMessage};
use domain::FieldCode;

/// Request headers that a front end may send.
///
/// Besides the API's own: headers that libraries add for caches, frameworks and traces.
const ALLOWED: &[&str] = &[
    "accept",
    "accept-language",
    "authorization",
    "cache-control",
    "content-language",
    "content-type",
    "idempotency-key",
    "if-match",
    "if-modified-since",
    "if-none-match",
    "if-unmodified-since",
    "last-event-id",
    "pragma",
    "prefer",
    "priority",
    "range",
    "x-request-id",
    "x-requested-with",
    // W3C Trace Context and Baggage.
    "traceparent",
    "tracestate",
    "baggage",
    // Vendor tracing: Sentry, Datadog, Zipkin, Jaeger, AWS, Google, Azure, Elastic, New Relic, Honeycomb.
    "sentry-trace",
    "x-datadog-origin",
    "x-datadog-parent-id",
    "x-datadog-sampled",
    "x-datadog-sampling-priority",
    "x-datadog-tags",
    "x-datadog-trace-id",
    "b3",
    "x-b3-flags",
    "x-b3-parentspanid",
    "x-b3-sampled",
    "x-b3-spanid",
    "x-b3-traceid",
    "uber-trace-id",
    "x-amzn-trace-id",
    "x-cloud-trace-context",
    "request-context",
    "request-id",
    "elastic-apm-traceparent",
    "newrelic",
    "x-honeycomb-trace",
    "x-correlation-id",
];

/// Response headers that a front end may read.
const EXPOSED: &[&str] = &[
    "Accept-Patch",
    "Allow",
    "API-Version",
    "Content-Disposition",
    "Content-Language",
    "Date",
    "ETag",
    "Link",
    "Location",
    "Map-ETag",
    "RateLimit",
    "RateLimit-Policy",
    "Retry-After",
    "WWW-Authenticate",
    "X-Request-Id",
    "traceresponse",
];

/// Configures which origins may call from a browser. Without configured origins, none may.
pub(crate) fn cors(origins: &[Origin]) -> Cors {
    let cors = Cors::default()
        .allowed_methods([Method::GET, Method::HEAD, Method::POST, Method::PUT, Method::PATCH, Method::DELETE])
        .allowed_headers(ALLOWED.iter().copied())
        .expose_headers(EXPOSED.iter().copied())
        .block_on_origin_mismatch(false)
        // For the cookie with the refresh token; every other operation needs a token in a header.
        .supports_credentials()
        .max_age(3600);
    origins.iter().fold(cors, |cors, origin| cors.allowed_origin(&origin.to_string()))
}

/// Prepares a preflight request for [`cors`], and writes its refusal as a problem.
pub(crate) async fn preflight<B: MessageBody + 'static>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let asks =
        request.method() == Method::OPTIONS && request.headers().contains_key(header::ACCESS_CONTROL_REQUEST_METHOD);
    if !asks {
        return Ok(next.call(request).await?.map_into_boxed_body());
    }
    tidy(request.headers_mut());
    let language = locale::language(request.request());
    let id = request.extensions().get::<RequestId>().map(|id| id.0.clone()).unwrap_or_default();
    let public = request.app_data::<Data<PublicUrl>>().cloned();
    let response = next.call(request).await?.map_into_boxed_body();
    let refused = response.response().error().and_then(|error| error.as_error::<CorsError>()).map(problem);
    Ok(match refused {
        Some(problem) => {
            let mut response = write(response, &problem, language, &id, public.as_ref());
            response.headers_mut().insert(header::VARY, HeaderValue::from_static(VARY));
            response
        }
        None => response,
    })
}

/// The request headers that the response to a preflight request depends on.
const VARY: &str = "Origin, Access-Control-Request-Method, Access-Control-Request-Headers";

/// Joins the names of `Access-Control-Request-Headers` in one line, without empty ones.
///
/// If no name is left, the header is removed: older browsers send it empty.
fn tidy(headers: &mut HeaderMap) {
    let lines = headers.get_all(header::ACCESS_CONTROL_REQUEST_HEADERS).filter_map(|line| line.to_str().ok());
    let names: Vec<_> = lines.flat_map(|line| line.split(',')).map(str::trim).filter(|name| !name.is_empty()).collect();
    match HeaderValue::try_from(names.join(",")) {
        Ok(line) if !line.is_empty() => {
            headers.insert(header::ACCESS_CONTROL_REQUEST_HEADERS, line);
        }
        Ok(_) | Err(_) => {
            headers.remove(header::ACCESS_CONTROL_REQUEST_HEADERS);
        }
    }
}

/// Returns the problem for a refused request; it names the header that is not allowed.
#[expect(clippy::wildcard_enum_match_arm, reason = "the enum is open; what is left is about the origin")]
fn problem(error: &CorsError) -> Problem {
    let pointer = match error {
        CorsError::MissingRequestMethod | CorsError::BadRequestMethod | CorsError::MethodNotAllowed => {
            "/Access-Control-Request-Method"
        }
        CorsError::BadRequestHeaders | CorsError::HeadersNotAllowed => "/Access-Control-Request-Headers",
        _ => "/Origin",
    };
    let error = FieldProblem::new(Place::Header, pointer, FieldCode::Enum);
    Problem { errors: vec![error], ..Problem::new(ProblemType::CrossOriginRefused) }
}
