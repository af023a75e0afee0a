use super::dto::{ChangePassword, NewTokensView};
use crate::auth::{Bearer, Throttle, Tokens};
use crate::client_address::ClientAddress;
use crate::extract::ValidJson;
use crate::problem::Problem;
use actix_web::put;
use actix_web::web::{Data, Json};
use domain::{Ports, accounts};

/// Changes your own password and ends all your other sessions. This session goes on with the tokens of the answer: its
/// earlier refresh tokens no longer work, so that no copy of one outlives the change. A password is never shown, has no
/// versions, and so needs no If-Match.
///
/// Refused as `guessable`: what many people choose, repeats and sequences, and what is made of your name, your e-mail
/// address or your organisation.
#[utoipa::path(
    tag = "me",
    operation_id = "changePassword",
    request_body = ChangePassword,
    responses((status = 200, description = "Changed; the tokens to go on with.", body = NewTokensView)),
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
    let attempt = throttle.admit_own(caller.0.user, from)?;
    let changed = attempt.settle(accounts::change_password(&ports, &caller.0, &current, &new).await)?;
    let token = tokens.issue(changed.session.id, changed.session.user_id, ports.ids.next(), ports.clock.now())?;
    Ok(Json(NewTokensView::new(token, &changed.refresh_token)))
}
