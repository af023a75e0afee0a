use super::dto::{BeginProviderLogIn, BegunView};
use crate::auth::Throttle;
use crate::client_address::ClientAddress;
use crate::extract::ValidJson;
use crate::openid::OpenId;
use crate::problem::Problem;
use actix_web::http::StatusCode;
use actix_web::post;
use actix_web::web::{Data, Json};
use domain::attempts::AttemptKind;
use domain::{Ports, provider_log_ins};

/// Begins a log-in with an identity provider. It can be finished once, within 10 minutes, by the same browser.
#[utoipa::path(
    tag = "sessions",
    operation_id = "beginProviderLogIn",
    extensions(("x-problems" = json!(["not-found"]))),
    request_body = BeginProviderLogIn,
    responses((status = 201, description = "Begun.", body = BegunView)),
    security(()),
)]
#[post("/v1/provider-log-ins")]
pub(super) async fn begin_provider_log_in(
    ports: Data<Ports>,
    open_id: Data<OpenId>,
    throttle: Data<Throttle>,
    from: ClientAddress,
    body: ValidJson<BeginProviderLogIn>,
) -> Result<(Json<BegunView>, StatusCode), Problem> {
    let attempt = throttle.admit(AttemptKind::ProviderLogInBegins, from).await?;
    let BeginProviderLogIn { provider_id, again } = body.0;
    let begin = provider_log_ins::begin(&ports, provider_id.into(), again, async |it| open_id.authorize(it).await);
    Ok((Json(attempt.settle(begin.await).await?.into()), StatusCode::CREATED))
}
