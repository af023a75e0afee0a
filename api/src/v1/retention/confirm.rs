use super::dto::{ConfirmRetention, ConfirmedView};
use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::ValidJson;
use crate::problem::Problem;
use actix_web::post;
use actix_web::web::{Data, Json};
use domain::{Ports, retention};

/// Confirms that exactly the records of a preview are erased. For administrators. Needs a recent confirmation.
///
/// Each is erased after the organisation's waiting time, and at least seven days, unless the client, a coach or an administrator
/// withdraws it, or the record is changed, restricted or held meanwhile. If the preview is another one by now: 409 `retention-changed`.
#[utoipa::path(
    tag = "retention",
    operation_id = "confirmRetention",
    extensions(("x-problems" = json!(["retention-changed"]))),
    params(IdempotencyHeader),
    request_body = ConfirmRetention,
    responses((status = 200, description = "The erasures, which wait.", body = ConfirmedView)),
)]
#[post("/v1/retention-confirmations")]
pub(super) async fn confirm_retention(
    ports: Data<Ports>,
    caller: Bearer,
    body: ValidJson<ConfirmRetention>,
) -> Result<Json<ConfirmedView>, Problem> {
    Ok(Json(retention::confirm(&ports, &caller.0, body.0.digest).await?.into()))
}
