use super::dto::BeginIdentityLink;
use crate::auth::{Bearer, Throttle};
use crate::client_address::ClientAddress;
use crate::extract::ValidJson;
use crate::openid::OpenId;
use crate::problem::Problem;
use crate::v1::provider_log_ins::BegunView;
use actix_web::http::StatusCode;
use actix_web::post;
use actix_web::web::{Data, Json};
use domain::attempts::AttemptKind;
use domain::{Ports, provider_log_ins};

/// Begins to link your identity at a provider, with which you can log in from then on.
///
/// Needs a session that you began with your own password or confirmed with it, or with a code, in the last ten minutes.
#[utoipa::path(
    tag = "identities",
    operation_id = "beginIdentityLink",
    extensions(("x-problems" = json!(["not-found"]))),
    request_body = BeginIdentityLink,
    responses((status = 201, description = "Begun.", body = BegunView)),
)]
#[post("/v1/me/identity-requests")]
pub(super) async fn begin_identity_link(
    (ports, open_id): (Data<Ports>, Data<OpenId>),
    throttle: Data<Throttle>,
    caller: Bearer,
    from: ClientAddress,
    body: ValidJson<BeginIdentityLink>,
) -> Result<(Json<BegunView>, StatusCode), Problem> {
    let attempt = throttle.admit(AttemptKind::ProviderLogInBegins, from).await?;
    let authorize = async |it: provider_log_ins::Authorization<'_>| open_id.authorize(it).await;
    let begun = provider_log_ins::begin_link(&ports, &caller.0, body.0.provider_id.into(), authorize).await;
    Ok((Json(attempt.settle(begun).await?.into()), StatusCode::CREATED))
}
