use super::dto::RequestPasswordReset;
use crate::auth::Throttle;
use crate::client_address::ClientAddress;
use crate::extract::ValidJson;
use crate::problem::Problem;
use crate::response::Accepted;
use actix_web::post;
use actix_web::web::Data;
use domain::attempts::AttemptKind;
use domain::{Ports, accounts};

/// Mails a link with which you can choose a new password, if the address has an account.
///
/// The response is the same for known and unknown addresses. The link can be used once, within 30 minutes; a later mail
/// replaces it. At most 3 mails per hour go to one address; further requests are accepted and send none.
#[utoipa::path(
    tag = "me",
    operation_id = "requestPasswordReset",
    extensions(("x-problems" = json!(["no-mail"]))),
    request_body = RequestPasswordReset,
    responses(Accepted),
    security(()),
)]
#[post("/v1/password-resets")]
pub(super) async fn request_password_reset(
    ports: Data<Ports>,
    throttle: Data<Throttle>,
    from: ClientAddress,
    body: ValidJson<RequestPasswordReset>,
) -> Result<Accepted, Problem> {
    let attempt = throttle.admit(AttemptKind::Reset(&body.0.email), from).await?;
    attempt.settle(accounts::request_reset(&ports, body.0.email).await).await?;
    Ok(Accepted)
}
