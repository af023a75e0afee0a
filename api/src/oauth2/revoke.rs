use super::form::{OAuthErrorView, Parameters, Refusal, presented};
use crate::refresh_cookie;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, post};
use domain::{Ports, sessions};
use utoipa::ToSchema;

/// Ends the session of a refresh token. An unknown token gets the same response (RFC 7009). Without `token`, ends that of the
/// cookie and removes it.
#[utoipa::path(
    tag = "oauth2",
    operation_id = "revokeToken",
    request_body(content = RevocationRequest, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 200, description = "The session has ended, or never existed."),
        (status = 400, description = "Refused.", body = OAuthErrorView),
    ),
    security(()),
)]
#[post("/oauth2/revoke")]
pub(super) async fn revoke_token(
    ports: Data<Ports>,
    request: HttpRequest,
    form: Parameters,
) -> Result<HttpResponse, Refusal> {
    let (presented, from_cookie) = presented(&request, form.get("token"))?;
    sessions::revoke(&ports, &presented).await?;
    let mut response = HttpResponse::Ok();
    if from_cookie {
        response.insert_header(refresh_cookie::removed());
    }
    Ok(response.finish())
}

/// A request to end a token.
#[derive(ToSchema)]
#[expect(dead_code, reason = "read by Parameters; here for the documentation")]
struct RevocationRequest {
    /// The refresh token, unless it is in the cookie.
    #[schema(required = false)]
    token: Option<String>,
}
