use super::dto::CompleteProviderLogIn;
use crate::auth::{Throttle, Tokens};
use crate::client_address::ClientAddress;
use crate::extract::ValidJson;
use crate::openid::OpenId;
use crate::problem::Problem;
use crate::refresh_cookie;
use crate::v1::sessions::{LoggedInView, started};
use actix_web::http::header;
use actix_web::web::Data;
use actix_web::{HttpRequest, Responder, post};
use domain::attempts::AttemptKind;
use domain::{Ports, provider_log_ins};

/// Finishes a log-in with an identity provider.
///
/// The session is in the provider's organisation, can be in no other, and has the roles admin and coach only. Before it changes
/// your account, confirm it with your password or a code of your own. Every refusal is 401 `log-in-refused`: also for a user
/// whose identity is not linked. `Idempotency-Key` has no effect: the response holds secrets, which are not stored.
#[utoipa::path(
    tag = "sessions",
    operation_id = "completeProviderLogIn",
    extensions(("x-problems" = json!(["log-in-refused"]))),
    request_body = CompleteProviderLogIn,
    responses(
        (status = 201, description = "Logged in.", body = LoggedInView, headers(("Location" = String, description = "The session's address."))),
    ),
    security(()),
)]
#[post("/v1/provider-log-ins/completions")]
pub(super) async fn complete_provider_log_in(
    (ports, open_id): (Data<Ports>, Data<OpenId>),
    (tokens, throttle): (Data<Tokens>, Data<Throttle>),
    from: ClientAddress,
    request: HttpRequest,
    body: ValidJson<CompleteProviderLogIn>,
) -> Result<impl Responder, Problem> {
    let as_cookie = body.0.cookie;
    if as_cookie {
        refresh_cookie::check_origin(&request)?;
    }
    let user_agent = request.headers().get(header::USER_AGENT).and_then(|value| value.to_str().ok());
    let (callback, with) = body.0.from(from.network(), user_agent);
    let attempt = throttle.admit(AttemptKind::Provider, from).await?;
    let redeem = async |it: provider_log_ins::Redemption<'_>| open_id.redeem(it, ports.clock.now()).await;
    let finished = provider_log_ins::finish(&ports, &callback, with, redeem).await;
    started(&ports, &tokens, attempt.settle(finished).await?, as_cookie)
}
