use super::dto::PasskeyRegistrationView;
use crate::auth::Bearer;
use crate::problem::Problem;
use actix_web::http::StatusCode;
use actix_web::post;
use actix_web::web::{Data, Json};
use domain::{Ports, passkeys};

/// Begins to add a passkey. Send its answer to `/v1/me/passkeys` within 5 minutes.
#[utoipa::path(
    tag = "passkeys",
    operation_id = "requestPasskeyRegistration",
    extensions(("x-problems" = json!(["passkeys-off", "too-many-second-factors"]))),
    responses((status = 201, description = "The challenge.", body = PasskeyRegistrationView)),
)]
#[post("/v1/me/passkey-registrations")]
pub(super) async fn request_passkey_registration(
    ports: Data<Ports>,
    caller: Bearer,
) -> Result<(Json<PasskeyRegistrationView>, StatusCode), Problem> {
    let challenge = passkeys::begin_registration(&ports, &caller.0).await?;
    Ok((Json(challenge.try_into()?), StatusCode::CREATED))
}
