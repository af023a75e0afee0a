use super::form::{OAuthErrorView, Parameters, Refusal};
use crate::auth::{LIFETIME, Tokens};
use actix_web::post;
use actix_web::web::{Data, Json};
use domain::{Ports, Secret, sessions};
use serde::Serialize;
use std::fmt;
use utoipa::ToSchema;

/// Exchanges a refresh token for a new access token and the next refresh token.
///
/// A refresh token can be used once. If the response is lost, the same token remains valid until the new one is used;
/// any older token ends the session. `Idempotency-Key` has no effect: the response holds secrets, which are not stored.
#[utoipa::path(
    tag = "oauth2",
    operation_id = "issueToken",
    request_body(content = TokenRequest, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 200, description = "The tokens.", body = TokenView),
        (status = 400, description = "Refused.", body = OAuthErrorView),
    ),
    security(()),
)]
#[post("/oauth2/token")]
pub(super) async fn issue_token(
    ports: Data<Ports>,
    tokens: Data<Tokens>,
    form: Parameters,
) -> Result<Json<TokenView>, Refusal> {
    if form.get("grant_type")? != "refresh_token" {
        let description = "Only refresh_token is supported.";
        return Err(Refusal::OAuth { error: "unsupported_grant_type", description });
    }
    let refreshed = sessions::refresh(&ports, &Secret::new(form.get("refresh_token")?)).await?;
    let session = &refreshed.session;
    let access_token = tokens.issue(session.id, session.user_id, ports.ids.next(), ports.clock.now())?;
    Ok(Json(TokenView::new(access_token, refreshed.refresh_token.expose())))
}

/// A request for tokens.
#[derive(ToSchema)]
#[expect(dead_code, reason = "read by Parameters; here for the documentation")]
struct TokenRequest {
    /// The only grant type.
    grant_type: GrantType,
    /// The refresh token.
    refresh_token: String,
}

/// The grant type of a token request.
#[derive(ToSchema)]
#[schema(rename_all = "snake_case")]
#[expect(dead_code, reason = "for the documentation")]
enum GrantType {
    RefreshToken,
}

/// Tokens (RFC 6749, 5.1).
#[derive(Serialize, ToSchema)]
#[schema(as = Token)]
pub(super) struct TokenView {
    access_token: String,
    #[schema(example = "Bearer")]
    token_type: &'static str,
    /// Lifetime of the access token in seconds.
    #[schema(example = 600)]
    expires_in: i64,
    refresh_token: String,
}

impl fmt::Debug for TokenView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenView")
    }
}

impl TokenView {
    fn new(access_token: String, refresh_token: &str) -> Self {
        let expires_in = LIFETIME.num_seconds();
        Self { access_token, token_type: "Bearer", expires_in, refresh_token: refresh_token.to_owned() }
    }
}
