use super::dto::{ConfirmLogIn, LogInView};
use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::{Id, ValidJson};
use crate::problem::Problem;
use actix_web::post;
use actix_web::web::{Data, Json};
use domain::{ClientId, Ports, log_ins};

/// Confirms the client's log-in, so that it sees what is private.
///
/// The new log-in itself sends the code that was shown once when the client's first log-in accepted its invitation; at most 10
/// codes may be tried for one log-in, then 409 `code-closed`. An administrator sends no code, and is another than the one who
/// invited this log-in, or gets 409 `confirmed-by-inviter`. A log-in that is confirmed already stays as it is.
#[utoipa::path(
    tag = "log-ins",
    operation_id = "confirmLogIn",
    extensions(("x-problems" = json!(["client-has-no-log-in", "code-closed", "confirmed-by-inviter"]))),
    params(IdempotencyHeader),
    request_body = ConfirmLogIn,
    responses((status = 200, description = "The log-in as it is now.", body = LogInView)),
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
