use crate::described::Described;
use crate::problem::{Problem, ProblemType};
use crate::public_url::PublicUrl;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{Method, Uri, header};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, FromRequest, HttpMessage, HttpRequest, HttpResponse, dev::Payload};
use std::convert::Infallible;
use std::future::{Ready, ready};

/// Maximum length in bytes of a request's path and query.
const LONGEST: usize = 8 * 1024;

/// All supported methods, for a target that is not a resource.
const METHODS: &str = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

/// Whether the client requests only the headers. A handler then opens no stream for the body.
#[derive(Clone, Copy, Debug)]
pub(crate) struct HeadersOnly(pub(crate) bool);

impl FromRequest for HeadersOnly {
    type Error = Infallible;
    type Future = Ready<Result<Self, Infallible>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(request.extensions().get().copied().unwrap_or(Self(false))))
    }
}

/// Validates and normalizes the request line.
///
/// It limits the length, removes the prefix of the public URL, handles HEAD where a path has GET, and OPTIONS on every
/// path.
pub(crate) async fn method<B: MessageBody + 'static>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    if request.uri().path_and_query().is_some_and(|uri| uri.as_str().len() > LONGEST) {
        return Err(Problem::new(ProblemType::UriTooLong).into());
    }
    strip_prefix(&mut request);
    if request.method() == Method::OPTIONS {
        let described = request.app_data::<Data<Described>>().cloned();
        if let Some(allowed) = described.as_ref().and_then(|described| described.methods(request.path())) {
            let response = HttpResponse::NoContent().insert_header((header::ALLOW, allowed)).finish();
            return Ok(request.into_response(response));
        }
    }
    if request.method() == Method::CONNECT {
        // The target of CONNECT is another host, not a path.
        return Err(Problem::new(ProblemType::MethodNotAllowed).with(header::ALLOW, METHODS).into());
    }
    if request.method() == Method::HEAD {
        request.extensions_mut().insert(HeadersOnly(true));
        request.head_mut().method = Method::GET;
    }
    Ok(next.call(request).await?.map_into_boxed_body())
}

/// Removes the prefix of the public URL from the path.
///
/// Some proxies pass the prefix on, others remove it. `next` and `Location` contain it, so both must work.
fn strip_prefix(request: &mut ServiceRequest) {
    let Some(public) = request.app_data::<Data<PublicUrl>>() else { return };
    let path = request.uri().path_and_query().and_then(|path| public.strip(path.as_str())?.parse().ok());
    let Some(path) = path else { return };
    let mut parts = request.uri().clone().into_parts();
    parts.path_and_query = Some(path);
    if let Ok(uri) = Uri::from_parts(parts) {
        request.match_info_mut().get_mut().update(&uri);
        request.head_mut().uri = uri;
    }
}
