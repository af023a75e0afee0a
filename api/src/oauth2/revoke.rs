use super::form::{OAuthErrorView, Parameters, Refusal};
use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use domain::{Ports, Secret, sessions};
use utoipa::ToSchema;

/// Ends the session of a refresh token. An unknown token gets the same response (RFC 7009).
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
pub(super) async fn revoke_token(ports: Data<Ports>, form: Parameters) -> Result<HttpResponse, Refusal> {
    sessions::revoke(&ports, &Secret::new(form.get("token")?)).await?;
    Ok(HttpResponse::Ok().finish())
}

/// A request to end a token.
#[derive(ToSchema)]
#[expect(dead_code, reason = "read by Parameters; here for the documentation")]
struct RevocationRequest {
    /// The refresh token.
    token: String,
}
