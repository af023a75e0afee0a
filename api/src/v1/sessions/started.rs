//! The response to every log-in.

use super::dto::LoggedInView;
use crate::auth::Tokens;
use crate::problem::Problem;
use crate::refresh_cookie;
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse};
use domain::Ports;
use domain::sessions::LoggedIn;

/// What the client calls itself.
pub(in crate::v1) fn user_agent(request: &HttpRequest) -> Option<&str> {
    request.headers().get(header::USER_AGENT).and_then(|value| value.to_str().ok())
}

/// 201 with the session and its tokens.
pub(in crate::v1) fn started(
    ports: &Ports,
    tokens: &Tokens,
    logged_in: LoggedIn,
    as_cookie: bool,
) -> Result<HttpResponse, Problem> {
    let session = &logged_in.session;
    let now = ports.clock.now();
    let token = tokens.issue(session.id, session.user_id, ports.ids.next(), now)?;
    let mut response = HttpResponse::Created();
    response.insert_header((header::LOCATION, format!("/v1/sessions/{}", session.id)));
    if as_cookie {
        response.insert_header(refresh_cookie::set(&logged_in.refresh_token, session.expires_at - now));
    }
    Ok(response.json(LoggedInView::new(token, logged_in, as_cookie)))
}
