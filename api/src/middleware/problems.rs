use crate::described::Described;
use crate::locale;
use crate::problem::{Problem, ProblemType};
use crate::public_url::PublicUrl;
use crate::request_context::RequestId;
use crate::scim;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::middleware::Next;
use actix_web::test::TestRequest;
use actix_web::web::Data;
use actix_web::{Error, HttpMessage, HttpRequest, HttpResponse};
use domain::vocabulary::Language;

/// Writes the body of every problem, in the language of the request.
pub(crate) async fn render<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let language = locale::language(request.request());
    let id = request.request().extensions().get::<RequestId>().map(|id| id.0.clone()).unwrap_or_default();
    let public = request.app_data::<Data<PublicUrl>>().cloned();
    let is_scim =
        scim::is_scim(public.as_ref().and_then(|public| public.strip(request.path())).unwrap_or(request.path()));
    let write = |response, problem: &Problem| {
        if is_scim {
            scim::write(response, problem, language)
        } else {
            write(response, problem, language, &id, public.as_ref())
        }
    };
    let response = match next.call(request).await {
        Ok(response) => response.map_into_boxed_body(),
        // The deadline passed or the handler panicked: the request is gone with its task, and a copy of it would hinder
        // the router. A `ServiceResponse` needs a request, so this uses an empty one.
        Err(error) => ServiceResponse::new(TestRequest::default().to_http_request(), error.error_response()),
    };
    let problem = response.response().extensions().get::<Problem>().cloned();
    Ok(match problem {
        Some(problem) => write(response, &problem),
        // An extractor or the server refused the request without a problem of ours.
        None if response.status().is_client_error()
            && response.headers().get(header::CONTENT_TYPE).is_none_or(is_text) =>
        {
            let problem = of_status(response.status());
            write(response, &problem)
        }
        None => response,
    })
}

fn is_text(value: &HeaderValue) -> bool {
    value.as_bytes().starts_with(b"text/plain")
}

/// Returns the problem for a response of the framework.
///
/// It keeps the response's status, also if the problem type usually has another one.
fn of_status(status: StatusCode) -> Problem {
    let r#type = match status {
        StatusCode::NOT_FOUND => ProblemType::NotFound,
        StatusCode::PAYLOAD_TOO_LARGE => ProblemType::PayloadTooLarge,
        StatusCode::UNSUPPORTED_MEDIA_TYPE => ProblemType::UnsupportedMediaType,
        StatusCode::REQUEST_TIMEOUT => ProblemType::RequestTimeout,
        _ => ProblemType::InvalidRequest,
    };
    Problem { status, ..Problem::new(r#type) }
}

pub(super) fn write(
    response: ServiceResponse<BoxBody>,
    problem: &Problem,
    language: Language,
    id: &str,
    public: Option<&Data<PublicUrl>>,
) -> ServiceResponse<BoxBody> {
    let page = format!("/problems/{}", problem.r#type.name());
    let page = public.map_or_else(|| page.clone(), |public| public.path(&page).into_owned());
    let body = serde_json::to_string(&problem.body(page, language, id)).unwrap_or_default();
    let mut response = response.map_body(|_, _| BoxBody::new(body));
    // For the log line.
    response.response_mut().extensions_mut().insert(problem.clone());
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(language.code()));
    response
}

/// Handles paths and methods without a route: 405 if the path has other methods, else 404.
pub(crate) async fn fallback(request: HttpRequest) -> Result<HttpResponse, Problem> {
    Err(wrong_method(&request).unwrap_or_else(|| Problem::new(ProblemType::NotFound)))
}

/// Returns 405 if the path exists and does not support this method.
pub(crate) fn wrong_method(request: &HttpRequest) -> Option<Problem> {
    let allowed = request.app_data::<Data<Described>>()?.methods(request.path())?;
    let known = allowed.split(", ").any(|method| method == request.method().as_str());
    let problem = Problem::new(ProblemType::MethodNotAllowed);
    (!known).then(|| problem.with(header::ALLOW, allowed))
}
