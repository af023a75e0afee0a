use super::dto::RequestEmailChange;
use crate::auth::{Bearer, Throttle};
use crate::client_address::ClientAddress;
use crate::extract::ValidJson;
use crate::problem::Problem;
use crate::response::Accepted;
use actix_web::post;
use actix_web::web::Data;
use domain::attempts::AttemptKind;
use domain::{Ports, accounts};

/// Mails a link to the address you want to have, and tells your current address. Your address changes when the link is
/// followed, within 24 hours.
///
/// A later request replaces an earlier one, and a change of password withdraws it. At most 5 requests a day. The response
/// does not tell whether another account has the address.
#[utoipa::path(
    tag = "me",
    operation_id = "requestEmailChange",
    extensions(("x-problems" = json!(["no-mail"]))),
    request_body = RequestEmailChange,
    responses(Accepted),
)]
#[post("/v1/me/email-changes")]
pub(super) async fn request_email_change(
    ports: Data<Ports>,
    throttle: Data<Throttle>,
    caller: Bearer,
    from: ClientAddress,
    body: ValidJson<RequestEmailChange>,
) -> Result<Accepted, Problem> {
    let password = body.0.password()?;
    let attempt = throttle.admit(AttemptKind::EmailChange(caller.0.user), from).await?;
    attempt.settle(accounts::request_email_change(&ports, &caller.0, body.0.email, &password).await).await?;
    Ok(Accepted)
}
