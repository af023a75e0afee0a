use super::dto::{ChangePassword, NewTokensView};
use crate::auth::{Bearer, Throttle, Tokens};
use crate::client_address::ClientAddress;
use crate::extract::ValidJson;
use crate::problem::Problem;
use actix_web::put;
use actix_web::web::{Data, Json};
use domain::attempts::AttemptKind;
use domain::{Ports, accounts};

/// Changes your own password and ends all your other sessions. This session continues with the tokens in the response;
/// its earlier refresh tokens no longer work. No `If-Match`: a password has no version.
///
/// Refused as `guessable`: common passwords, repetitions and sequences, and passwords based on your name, your email
/// address or your organisation.
#[utoipa::path(
    tag = "me",
    operation_id = "changePassword",
    request_body = ChangePassword,
    responses((status = 200, description = "Changed, with the new tokens.", body = NewTokensView)),
)]
#[put("/v1/me/password")]
pub(super) async fn change_password(
    ports: Data<Ports>,
    tokens: Data<Tokens>,
    throttle: Data<Throttle>,
    caller: Bearer,
    from: ClientAddress,
    body: ValidJson<ChangePassword>,
) -> Result<Json<NewTokensView>, Problem> {
    let (current, new) = body.0.passwords()?;
    let attempt = throttle.admit(AttemptKind::OwnPassword(caller.0.user), from).await?;
    let changed = attempt.settle(accounts::change_password(&ports, &caller.0, &current, &new).await).await?;
    let token = tokens.issue(changed.session.id, changed.session.user_id, ports.ids.next(), ports.clock.now())?;
    Ok(Json(NewTokensView::new(token, &changed.refresh_token)))
}
