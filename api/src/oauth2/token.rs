use super::client_assertion::Presented;
use super::form::{OAuthErrorView, Parameters, Refusal};
use super::key_sets::KeySets;
use crate::auth::{LIFETIME, Tokens};
use actix_web::post;
use actix_web::web::{Data, Json};
use domain::integrations::KeySource;
use domain::{Error, Ports, Secret, integrations, sessions};
use serde::Serialize;
use std::fmt;
use utoipa::ToSchema;

/// Exchanges a refresh token for a new access token and the next refresh token, or gives an integration an access token.
///
/// An integration sends `client_credentials` with an assertion that its own key signed (RFC 7523): `iss` and `sub` are its
/// id, `aud` is the issuer or this address, `jti` is used once, and it lives at most 5 minutes. It gets no refresh token.
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
        (status = 401, description = "The integration is not authenticated.", body = OAuthErrorView),
    ),
    security(()),
)]
#[post("/oauth2/token")]
pub(super) async fn issue_token(
    ports: Data<Ports>,
    tokens: Data<Tokens>,
    key_sets: Data<KeySets>,
    form: Parameters,
) -> Result<Json<TokenView>, Refusal> {
    match form.get("grant_type")? {
        "refresh_token" => refresh(&ports, &tokens, &form).await.map(Json),
        "client_credentials" => authenticate(&ports, &tokens, &key_sets, &form).await.map(Json),
        _ => {
            let description = "Only refresh_token and client_credentials are supported.";
            Err(Refusal::OAuth { error: "unsupported_grant_type", description })
        }
    }
}

async fn refresh(ports: &Ports, tokens: &Tokens, form: &Parameters) -> Result<TokenView, Refusal> {
    let refreshed = sessions::refresh(ports, &Secret::new(form.get("refresh_token")?)).await?;
    let session = &refreshed.session;
    let access_token = tokens.issue(session.id, session.user_id, ports.ids.next(), ports.clock.now())?;
    Ok(TokenView { refresh_token: Some(refreshed.refresh_token.expose().to_owned()), ..TokenView::new(access_token) })
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
    /// The refresh token, for `refresh_token`.
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
    /// The next refresh token. Absent for an integration.
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
