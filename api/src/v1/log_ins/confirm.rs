use super::dto::{ConfirmLogIn, LogInView};
use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::{Id, ValidJson};
use crate::problem::Problem;
use actix_web::post;
use actix_web::web::{Data, Json};
use domain::{ClientId, Ports, log_ins};

/// Confirms the client's log-in, which gives it access to private data.
///
/// The new log-in sends the code that was shown once, when the client's first log-in accepted its invitation. After 10
/// wrong codes for one log-in: 409 `code-closed`. An administrator sends no code, and must not be the one who invited
/// this log-in: 409 `confirmed-by-inviter`. Confirming a confirmed log-in has no effect.
#[utoipa::path(
    tag = "log-ins",
    operation_id = "confirmLogIn",
    extensions(("x-problems" = json!(["client-has-no-log-in", "code-closed", "confirmed-by-inviter"]))),
    params(IdempotencyHeader),
    request_body = ConfirmLogIn,
    responses((status = 200, description = "The log-in.", body = LogInView)),
)]
#[post("/v1/clients/{clientId}/login-confirmations")]
pub(super) async fn confirm_log_in(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ClientId>,
    body: ValidJson<ConfirmLogIn>,
) -> Result<Json<LogInView>, Problem> {
    Ok(Json(log_ins::confirm(&ports, &caller.0, id.0, body.0.code()).await?.into()))
}
