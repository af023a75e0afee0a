use super::dto::{PasskeyChallengeView, RequestPasskeyChallenge};
use crate::extract::ValidJson;
use crate::problem::Problem;
use actix_web::http::StatusCode;
use actix_web::post;
use actix_web::web::{Data, Json};
use domain::{Ports, passkeys};

/// Begins a log-in with a passkey. Send its answer to `/v1/passkey-sessions`.
///
/// An address without passkeys gets made-up ones, always the same. The answer must come within 5 minutes, with the same address.
#[utoipa::path(
    tag = "passkeys",
    operation_id = "requestPasskeyChallenge",
    extensions(("x-problems" = json!(["passkeys-off"]))),
    request_body = RequestPasskeyChallenge,
    responses((status = 201, description = "The challenge.", body = PasskeyChallengeView)),
    security(()),
)]
#[post("/v1/passkey-challenges")]
pub(super) async fn request_passkey_challenge(
    ports: Data<Ports>,
    body: ValidJson<RequestPasskeyChallenge>,
) -> Result<(Json<PasskeyChallengeView>, StatusCode), Problem> {
    let challenge = passkeys::begin_log_in(&ports, &body.0.email).await?;
    Ok((Json(challenge.try_into()?), StatusCode::CREATED))
}
