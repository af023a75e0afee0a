use super::dto::ChangePassword;
use crate::auth::{Bearer, Throttle};
use crate::client_address::ClientAddress;
use crate::extract::ValidJson;
use crate::openapi::CreateErrors;
use crate::problem::Problem;
use crate::respond::NoContent;
use actix_web::put;
use actix_web::web::Data;
use domain::{Ports, accounts};

/// Changes your own password and ends all your other sessions. It is never shown, has no versions, and so needs no
/// If-Match.
#[utoipa::path(
    tag = "me",
    operation_id = "changePassword",
    request_body = ChangePassword,
    responses((status = 204, description = "Changed."), CreateErrors),
)]
#[put("/v1/me/password")]
pub(super) async fn change_password(
    ports: Data<Ports>,
    throttle: Data<Throttle>,
    caller: Bearer,
    from: ClientAddress,
    body: ValidJson<ChangePassword>,
) -> Result<NoContent, Problem> {
    let (current, new) = body.0.passwords()?;
    let attempt = throttle.admit_own(caller.0.user, from)?;
    attempt.settle(accounts::change_password(&ports, &caller.0, &current, &new).await)?;
    Ok(NoContent)
}
