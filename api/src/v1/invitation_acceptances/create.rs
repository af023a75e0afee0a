use super::dto::{AcceptInvitation, AcceptedView};
use crate::auth::{Throttle, Tokens};
use crate::client_address::ClientAddress;
use crate::extract::ValidJson;
use crate::problem::Problem;
use crate::v1::sessions::LoggedInView;
use actix_web::http::StatusCode;
use actix_web::post;
use actix_web::web::{Data, Json};
use domain::Ports;
use domain::attempts::AttemptKind;
use domain::invitations::{self, Acceptance, Accepted};

/// Accepts an invitation: creates a membership and, if needed, an account with this name and password, and logs in.
///
/// If the invited address has an account, the password must be that account's and the name is ignored. A wrong password
/// gives 401, or 400 where the same name and password would give 400 for a new account. An unknown, used, withdrawn or
/// expired secret gives 409 `invitation-over`. Repeating the request is safe: an invitation is accepted once.
#[utoipa::path(
    tag = "invitations",
    operation_id = "acceptInvitation",
    extensions(("x-problems" = json!(["log-in-refused", "invitation-over", "email-taken", "already-member", "client-has-log-in"]))),
    request_body = AcceptInvitation,
    responses((status = 201, description = "Accepted, with the membership.", body = AcceptedView)),
    security(()),
)]
#[post("/v1/invitation-acceptances")]
pub(super) async fn accept_invitation(
    ports: Data<Ports>,
    tokens: Data<Tokens>,
    throttle: Data<Throttle>,
    from: ClientAddress,
    body: ValidJson<AcceptInvitation>,
) -> Result<(Json<AcceptedView>, StatusCode), Problem> {
    let acceptance: Acceptance = body.0.try_into()?;
    let attempt = throttle.admit(AttemptKind::Link, from).await?;
    let pending = attempt.settle(invitations::pending(&ports, &acceptance).await).await?;
    // Counted with the log-ins of the invited address: who holds the secret could otherwise guess that password here.
    let attempt = throttle.admit(AttemptKind::Password(&pending.email), from).await?;
    let mut accepted =
        attempt.settle_if(invitations::accept(&ports, acceptance, pending).await, Accepted::is_proof).await?;
    let logged_in = accepted.log_in.take().map(|logged_in| {
        let session = &logged_in.session;
        let token = tokens.issue(session.id, session.user_id, ports.ids.next(), ports.clock.now())?;
        Ok::<_, Problem>(LoggedInView::new(token, logged_in, false))
    });
    Ok((Json(AcceptedView::new(accepted, logged_in.transpose()?)), StatusCode::CREATED))
}
