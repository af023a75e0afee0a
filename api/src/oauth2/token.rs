use super::client_assertion::Presented;
use super::form::{OAuthErrorView, Parameters, Refusal, presented};
use super::key_sets::KeySets;
use crate::auth::{LIFETIME, Tokens};
use crate::refresh_cookie;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, post};
use domain::integrations::KeySource;
use domain::{Error, Ports, integrations, sessions};
use serde::Serialize;
use std::fmt;
use utoipa::ToSchema;

/// Exchanges a refresh token for a new access token and the next refresh token, or gives an integration an access token.
///
/// An integration sends `client_credentials` with an assertion that its own key signed (RFC 7523): `iss` and `sub` are its
/// id, `aud` is the issuer or this address, `jti` is used once, and it lives at most 5 minutes. It gets no refresh token.
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
        (status = 401, description = "The integration is not authenticated.", body = OAuthErrorView),
    ),
    security(()),
)]
#[post("/oauth2/token")]
pub(super) async fn issue_token(
    ports: Data<Ports>,
    tokens: Data<Tokens>,
    key_sets: Data<KeySets>,
    request: HttpRequest,
    form: Parameters,
) -> Result<HttpResponse, Refusal> {
    match form.get("grant_type")? {
        "refresh_token" => refresh(&ports, &tokens, &request, &form).await,
        "client_credentials" => {
            authenticate(&ports, &tokens, &key_sets, &form).await.map(|token| HttpResponse::Ok().json(token))
        }
        _ => {
            let description = "Only refresh_token and client_credentials are supported.";
            Err(Refusal::OAuth { error: "unsupported_grant_type", description })
        }
    }
}

async fn refresh(
    ports: &Ports,
    tokens: &Tokens,
    request: &HttpRequest,
    form: &Parameters,
) -> Result<HttpResponse, Refusal> {
    let (presented, from_cookie) = presented(request, form.get("refresh_token"))?;
    let refreshed = sessions::refresh(ports, &presented).await?;
    let (session, next, now) = (&refreshed.session, &refreshed.refresh_token, ports.clock.now());
    let access_token = tokens.issue(session.id, session.user_id, ports.ids.next(), now)?;
    let mut response = HttpResponse::Ok();
    if from_cookie {
        response.insert_header(refresh_cookie::set(next, session.expires_at - now));
    }
    let refresh_token = (!from_cookie).then(|| next.expose().to_owned());
    Ok(response.json(TokenView { refresh_token, ..TokenView::new(access_token) }))
}

async fn authenticate(
    ports: &Ports,
    tokens: &Tokens,
    key_sets: &KeySets,
    form: &Parameters,
) -> Result<TokenView, Refusal> {
    let client = |error| if matches!(error, Error::Unauthenticated) { Refusal::Client } else { error.into() };
    let presented = Presented::read(form).map_err(client)?;
    let now = ports.clock.now();
    let verify = async |keys: &KeySource| presented.verify(keys, key_sets, tokens, now).await;
    let scopes = integrations::authenticate(ports, presented.client(), verify).await.map_err(client)?;
    let held: Vec<_> = scopes.iter().map(|scope| scope.code()).collect();
    if form.get("scope").is_ok_and(|wanted| !wanted.split(' ').all(|scope| held.contains(&scope))) {
        let description = "The integration does not have this scope.";
        return Err(Refusal::OAuth { error: "invalid_scope", description });
    }
    let access_token = tokens.issue_to_integration(presented.client(), ports.ids.next(), now)?;
    Ok(TokenView { scope: Some(held.join(" ")), ..TokenView::new(access_token) })
}

/// A request for tokens.
#[derive(ToSchema)]
#[expect(dead_code, reason = "read by Parameters; here for the documentation")]
struct TokenRequest {
    grant_type: GrantType,
    /// The refresh token, for `refresh_token`, unless it is in the cookie.
    #[schema(required = false)]
    refresh_token: String,
    /// `urn:ietf:params:oauth:client-assertion-type:jwt-bearer`, for `client_credentials`.
    #[schema(required = false)]
    client_assertion_type: String,
    /// The signed assertion, for `client_credentials`.
    #[schema(required = false)]
    client_assertion: String,
    /// Scopes that the integration needs, separated by spaces: 400 `invalid_scope` if it does not have them. The token has
    /// every scope of the integration in any case.
    #[schema(required = false, example = "clients.read")]
    scope: String,
}

/// The grant type of a token request.
#[derive(ToSchema)]
#[schema(rename_all = "snake_case")]
#[expect(dead_code, reason = "for the documentation")]
enum GrantType {
    RefreshToken,
    ClientCredentials,
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
    /// The next refresh token. Absent for an integration, and if it comes as a cookie.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = String, required = false)]
    refresh_token: Option<String>,
    /// What the integration may do, separated by spaces. Absent for a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = String, required = false, example = "clients.write cards.read")]
    scope: Option<String>,
}

impl fmt::Debug for TokenView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenView")
    }
}

impl TokenView {
    fn new(access_token: String) -> Self {
        let expires_in = LIFETIME.num_seconds();
        Self { access_token, token_type: "Bearer", expires_in, refresh_token: None, scope: None }
    }
}
