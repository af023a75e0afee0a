use super::dto::{ConfirmSecondFactor, RecoveryCodesView};
use crate::auth::{Bearer, Throttle};
use crate::client_address::ClientAddress;
use crate::extract::{Id, ValidJson};
use crate::problem::Problem;
use actix_web::post;
use actix_web::web::{Data, Json};
use domain::attempts::AttemptKind;
use domain::{Ports, SecondFactorId, Secret, second_factors};

/// Confirms an added authenticator app with a code of it, which cannot be used again.
///
/// This session then has a second factor; your other sessions wait for one. With your first second factor you get recovery
/// codes: keep them, they are shown only here.
#[utoipa::path(
    tag = "second-factors",
    operation_id = "confirmSecondFactor",
    request_body = ConfirmSecondFactor,
    responses((status = 200, description = "Confirmed.", body = RecoveryCodesView)),
)]
#[post("/v1/me/second-factors/{secondFactorId}/confirmations")]
pub(super) async fn confirm_second_factor(
    ports: Data<Ports>,
    throttle: Data<Throttle>,
    caller: Bearer,
    from: ClientAddress,
    id: Id<SecondFactorId>,
    body: ValidJson<ConfirmSecondFactor>,
) -> Result<Json<RecoveryCodesView>, Problem> {
    let kind = AttemptKind::SecondFactor(caller.0.user);
    let attempt = throttle.admit(kind, from).await?;
    let code = Secret::new(body.0.code);
    let codes = attempt.settle(second_factors::confirm_added(&ports, &caller.0, id.0, &code).await).await?;
    Ok(Json(codes.into()))
}
