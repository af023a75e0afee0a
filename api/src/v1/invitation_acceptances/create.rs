use super::dto::{AcceptInvitation, AcceptedView};
use crate::auth::Throttle;
use crate::client_address::ClientAddress;
use crate::extract::ValidJson;
use crate::openapi::CreateErrors;
use crate::problem::Problem;
use actix_web::http::StatusCode;
use actix_web::post;
use actix_web::web::{Data, Json};
use domain::{Ports, invitations};

/// Accepts an invitation: makes an account with this name and password, and a membership. Then log in.
///
/// Where the invited address has an account already, the password must be that account's, and the name is not used.
/// An unknown, used, withdrawn and expired secret get the same answer, 409 `invitation-over`. That also makes a repeat
/// safe: an invitation is accepted once.
#[utoipa::path(
    tag = "invitations",
    operation_id = "acceptInvitation",
    request_body = AcceptInvitation,
    responses((status = 201, description = "Accepted.", body = AcceptedView), CreateErrors),
    security(()),
)]
#[post("/v1/invitation-acceptances")]
pub(super) async fn accept_invitation(
    ports: Data<Ports>,
    throttle: Data<Throttle>,
    from: ClientAddress,
    body: ValidJson<AcceptInvitation>,
) -> Result<(Json<AcceptedView>, StatusCode), Problem> {
    // Where the invited address has an account, its holder could otherwise guess that account's password here.
    throttle.attempt(&body.0.secret(), from)?;
    let accepted = invitations::accept(&ports, body.0.try_into()?).await?;
    Ok((Json(accepted.into()), StatusCode::CREATED))
}
