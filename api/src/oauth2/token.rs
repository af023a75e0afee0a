use super::form::{OAuthErrorView, Parameters, Refusal, presented};
use crate::auth::{LIFETIME, Tokens};
use crate::refresh_cookie;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, post};
use domain::{Ports, Secret, sessions};
use serde::Serialize;
use std::fmt;
use utoipa::ToSchema;

/// Exchanges a refresh token for a new access token and the next refresh token.
///
/// A refresh token can be used once. Presented again within 30 seconds, as by a second tab or after a lost response, it gives
/// the same next token; later it ends the session, but that of a device only once its successor was used. Without
/// `refresh_token`, the cookie of the session is used and set anew. `Idempotency-Key` has no effect: the response holds
/// secrets, which are not stored.
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
    request: HttpRequest,
    form: Parameters,
) -> Result<HttpResponse, Refusal> {
    if form.get("grant_type")? != "refresh_token" {
        let description = "Only refresh_token is supported.";
        return Err(Refusal::OAuth { error: "unsupported_grant_type", description });
    }
    let (presented, from_cookie) = presented(&request, form.get("refresh_token"))?;
    let refreshed = sessions::refresh(&ports, &presented).await?;
    let (session, next, now) = (&refreshed.session, &refreshed.refresh_token, ports.clock.now());
    let access_token = tokens.issue(session.id, session.user_id, ports.ids.next(), now)?;
    let mut response = HttpResponse::Ok();
    if from_cookie {
        response.insert_header(refresh_cookie::set(next, session.expires_at - now));
    }
    Ok(response.json(TokenView::new(access_token, (!from_cookie).then_some(next))))
}

/// A request for tokens.
#[derive(ToSchema)]
#[expect(dead_code, reason = "read by Parameters; here for the documentation")]
struct TokenRequest {
    /// The only grant type.
    grant_type: GrantType,
    /// The refresh token, unless it is in the cookie.
    #[schema(required = false)]
    refresh_token: Option<String>,
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
    /// The next refresh token; absent if it comes as a cookie.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = String, required = false)]
    refresh_token: Option<String>,
}

impl fmt::Debug for TokenView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenView")
    }
}

impl TokenView {
    fn new(access_token: String, refresh_token: Option<&Secret>) -> Self {
        let (expires_in, refresh_token) =
            (LIFETIME.num_seconds(), refresh_token.map(|token| token.expose().to_owned()));
        Self { access_token, token_type: "Bearer", expires_in, refresh_token }
    }
}
