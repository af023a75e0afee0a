use crate::problem::Problem;
use crate::routes::Described;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{Method, StatusCode, header};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, HttpResponse};

/// The most bytes of a request's path and query.
const LONGEST: usize = 8 * 1024;

/// What a request line may be: not too long; HEAD where there is GET, OPTIONS wherever there is a path.
pub(crate) async fn method<B: MessageBody + 'static>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    if request.uri().path_and_query().is_some_and(|uri| uri.as_str().len() > LONGEST) {
        return Err(Problem::new(StatusCode::URI_TOO_LONG, "uri-too-long").into());
    }
    if request.method() == Method::OPTIONS {
        let described = request.app_data::<Data<Described>>().cloned();
        if let Some(allowed) = described.as_ref().and_then(|described| described.methods(request.path())) {
            let response = HttpResponse::NoContent().insert_header((header::ALLOW, allowed)).finish();
            return Ok(request.into_response(response));
        }
    }
    if request.method() == Method::HEAD {
        // The server leaves the body out by itself, whoever answers.
        request.head_mut().method = Method::GET;
    }
    Ok(next.call(request).await?.map_into_boxed_body())
}
