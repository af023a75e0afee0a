use super::form::{OAuthErrorView, Parameters, Refusal};
use crate::auth::Throttle;
use crate::client_address::ClientAddress;
use crate::extract::Id;
use crate::openid::OpenId;
use actix_web::http::header::{CACHE_CONTROL, HeaderValue};
use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use domain::attempts::AttemptKind;
use domain::{Error, IdentityProviderId, Ports, provider_log_ins};
use utoipa::ToSchema;

/// Ends the sessions that an identity provider names in a logout token (OpenID Connect Back-Channel Logout 1.0).
///
/// For identity providers: register this address there. A token is signed by the provider, names this service as its audience,
/// and is used once.
#[utoipa::path(
    tag = "oauth2",
    operation_id = "logOutByProvider",
    request_body(content = OAuthLogoutRequest, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 200, description = "The sessions have ended, or there were none."),
        (status = 400, description = "Refused.", body = OAuthErrorView),
    ),
    security(()),
)]
#[post("/oauth2/backchannel-logout/{identityProviderId}")]
pub(super) async fn log_out_by_provider(
    ports: Data<Ports>,
    open_id: Data<OpenId>,
    throttle: Data<Throttle>,
    from: ClientAddress,
    id: Id<IdentityProviderId>,
    form: Parameters,
) -> Result<HttpResponse, Refusal> {
    let (token, now) = (form.get("logout_token")?, ports.clock.now());
    let attempt = throttle.admit(AttemptKind::Provider, from).await.map_err(Refusal::Service)?;
    let ended = provider_log_ins::log_out(&ports, id.0, async |stored| open_id.log_out(stored, token, now).await).await;
    let refused = matches!(ended, Err(Error::LogInRefused));
    attempt.settle(ended).await.map_err(|problem| if refused { INVALID } else { Refusal::Service(problem) })?;
    Ok(HttpResponse::Ok().insert_header((CACHE_CONTROL, HeaderValue::from_static("no-store"))).finish())
}

const INVALID: Refusal =
    Refusal::OAuth { error: "invalid_request", description: "The logout token is not valid, or was used before." };

/// A request to end sessions.
#[derive(ToSchema)]
#[expect(dead_code, reason = "read by Parameters; here for the documentation")]
struct OAuthLogoutRequest {
    /// The signed logout token.
    logout_token: String,
}
