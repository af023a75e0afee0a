use super::dto::PasskeyChallengeView;
use crate::auth::Bearer;
use crate::problem::Problem;
use actix_web::http::StatusCode;
use actix_web::post;
use actix_web::web::{Data, Json};
use domain::{Ports, passkeys};

/// Begins a confirmation of your session with a passkey. Send its answer to `/v1/sessions/current/confirmations`.
#[utoipa::path(
    tag = "passkeys",
    operation_id = "requestOwnPasskeyChallenge",
    extensions(("x-problems" = json!(["no-passkey", "passkeys-off"]))),
    responses((status = 201, description = "The challenge.", body = PasskeyChallengeView)),
)]
#[post("/v1/me/passkey-challenges")]
pub(super) async fn request_own_passkey_challenge(
    ports: Data<Ports>,
    caller: Bearer,
) -> Result<(Json<PasskeyChallengeView>, StatusCode), Problem> {
    let challenge = passkeys::begin_confirmation(&ports, &caller.0).await?;
    Ok((Json(challenge.try_into()?), StatusCode::CREATED))
}
