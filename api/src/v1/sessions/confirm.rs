use super::dto::{ConfirmSession, CurrentSessionView};
use crate::auth::{Bearer, Throttle};
use crate::client_address::ClientAddress;
use crate::extract::ValidJson;
use crate::problem::Problem;
use actix_web::post;
use actix_web::web::{Data, Json};
use domain::attempts::AttemptKind;
use domain::sessions::Proof;
use domain::{Ports, sessions};

/// Confirms that it is you, which sensitive operations need: those that answer 401 `confirmation-required`.
///
/// With a second factor, send a code or the answer of a passkey; a session that waits for one then has it. Without one, send your password.
#[utoipa::path(
    tag = "sessions",
    operation_id = "confirmSession",
    request_body = ConfirmSession,
    responses((status = 200, description = "Confirmed.", body = CurrentSessionView)),
)]
#[post("/v1/sessions/current/confirmations")]
pub(super) async fn confirm_session(
    ports: Data<Ports>,
    throttle: Data<Throttle>,
    caller: Bearer,
    from: ClientAddress,
    body: ValidJson<ConfirmSession>,
) -> Result<Json<CurrentSessionView>, Problem> {
    let proof: Proof = body.0.try_into()?;
    let kind = match proof {
        Proof::Password(_) => AttemptKind::OwnPassword(caller.0.user),
        Proof::Code(_) | Proof::Passkey(_) => AttemptKind::SecondFactor(caller.0.user),
    };
    let attempt = throttle.admit(kind, from).await?;
    let (session, profile) = attempt.settle(sessions::confirm(&ports, &caller.0, &proof).await).await?;
    Ok(Json(CurrentSessionView::new(session, profile)))
}
