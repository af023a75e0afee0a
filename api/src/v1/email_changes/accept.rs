use super::dto::AcceptEmailChange;
use crate::auth::Throttle;
use crate::client_address::ClientAddress;
use crate::extract::ValidJson;
use crate::problem::Problem;
use crate::response::NoContent;
use actix_web::post;
use actix_web::web::Data;
use domain::attempts::AttemptKind;
use domain::{Ports, accounts};

/// Gives a user the address that this secret was mailed to. They log in with it from now on; sessions stay.
///
/// An unknown, used, expired or replaced secret gives 409 `link-over`.
#[utoipa::path(
    tag = "me",
    operation_id = "acceptEmailChange",
    extensions(("x-problems" = json!(["link-over", "email-taken"]))),
    request_body = AcceptEmailChange,
    responses(NoContent),
    security(()),
)]
#[post("/v1/email-change-acceptances")]
pub(super) async fn accept_email_change(
    ports: Data<Ports>,
    throttle: Data<Throttle>,
    from: ClientAddress,
    body: ValidJson<AcceptEmailChange>,
) -> Result<NoContent, Problem> {
    let secret = body.0.into();
    let attempt = throttle.admit(AttemptKind::Link, from).await?;
    attempt.settle(accounts::accept_email_change(&ports, &secret).await).await?;
    Ok(NoContent)
}
