use super::dto::{ChangePassword, NewTokensView};
use crate::auth::{Bearer, Throttle, Tokens};
use crate::client_address::ClientAddress;
use crate::extract::ValidJson;
use crate::problem::Problem;
use crate::refresh_cookie;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, Responder, put};
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
    request: HttpRequest,
    body: ValidJson<ChangePassword>,
) -> Result<impl Responder, Problem> {
    let has_cookie = refresh_cookie::given(&request).is_some();
    if has_cookie {
        refresh_cookie::check_origin(&request)?;
    }
    let (current, new) = body.0.passwords()?;
    let attempt = throttle.admit(AttemptKind::OwnPassword(caller.0.user), from).await?;
    let changed = attempt.settle(accounts::change_password(&ports, &caller.0, &current, &new).await).await?;
    let (session, next, now) = (&changed.session, &changed.refresh_token, ports.clock.now());
    let token = tokens.issue(session.id, session.user_id, ports.ids.next(), now)?;
    let mut response = HttpResponse::Ok();
    if has_cookie {
        response.insert_header(refresh_cookie::set(next, session.expires_at - now));
    }
    Ok(response.json(NewTokensView::new(token, (!has_cookie).then_some(next))))
}
