use super::dto::OwnIdentityView;
use crate::auth::{Bearer, Throttle};
use crate::client_address::ClientAddress;
use crate::extract::ValidJson;
use crate::openid::OpenId;
use crate::problem::Problem;
use crate::v1::provider_log_ins::CallbackBody;
use actix_web::http::StatusCode;
use actix_web::post;
use actix_web::web::{Data, Json};
use domain::attempts::AttemptKind;
use domain::provider_log_ins::Callback;
use domain::{Ports, provider_log_ins};

/// Links your identity at a provider, when the browser is back. Every refusal of what the provider sent is 401
/// `log-in-refused`.
#[utoipa::path(
    tag = "identities",
    operation_id = "linkIdentity",
    extensions(("x-problems" = json!(["log-in-refused", "not-found", "identity-linked"]))),
    request_body = CallbackBody,
    responses((status = 201, description = "Linked.", body = OwnIdentityView)),
)]
#[post("/v1/me/identities")]
pub(super) async fn link_identity(
    (ports, open_id): (Data<Ports>, Data<OpenId>),
    throttle: Data<Throttle>,
    caller: Bearer,
    from: ClientAddress,
    body: ValidJson<CallbackBody>,
) -> Result<(Json<OwnIdentityView>, StatusCode), Problem> {
    let callback: Callback = body.0.into();
    let attempt = throttle.admit(AttemptKind::Provider, from).await?;
    let redeem = async |it: provider_log_ins::Redemption<'_>| open_id.redeem(it, ports.clock.now()).await;
    let linked = provider_log_ins::finish_link(&ports, &caller.0, &callback, redeem).await;
    Ok((Json(attempt.settle(linked).await?.into()), StatusCode::CREATED))
}
