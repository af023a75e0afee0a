use super::dto::ResetPassword;
use crate::auth::Throttle;
use crate::client_address::ClientAddress;
use crate::extract::ValidJson;
use crate::problem::Problem;
use crate::response::NoContent;
use actix_web::post;
use actix_web::web::Data;
use domain::attempts::AttemptKind;
use domain::{Ports, accounts};

/// Sets a new password with the secret of a mail, and ends all your sessions. Then log in.
///
/// Other factors stay, and logging in still needs them. Refused as `guessable`: see `changePassword`; the secret then
/// stays valid. An unknown, used, expired or replaced secret gives 409 `link-over`.
#[utoipa::path(
    tag = "me",
    operation_id = "resetPassword",
    extensions(("x-problems" = json!(["link-over"]))),
    request_body = ResetPassword,
    responses(NoContent),
    security(()),
)]
#[post("/v1/password-reset-acceptances")]
pub(super) async fn reset_password(
    ports: Data<Ports>,
    throttle: Data<Throttle>,
    from: ClientAddress,
    body: ValidJson<ResetPassword>,
) -> Result<NoContent, Problem> {
    let (secret, password) = body.0.parts()?;
    let attempt = throttle.admit(AttemptKind::Link, from).await?;
    attempt.settle(accounts::reset_password(&ports, &secret, &password).await).await?;
    Ok(NoContent)
}
