use super::dto::{ErasureRequestView, RefuseErasureRequest};
use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::{Id, ValidJson};
use crate::problem::Problem;
use actix_web::post;
use actix_web::web::{Data, Json};
use domain::{ErasureRequestId, Ports, erasure_requests};

/// Refuses a request for erasure, with a reason that the client reads. For coaches of the client and administrators. Needs a
/// recent confirmation.
///
/// A request that was withdrawn or refused gives 409 `erasure-request-over`.
#[utoipa::path(
    tag = "erasure-requests",
    operation_id = "refuseErasureRequest",
    extensions(("x-problems" = json!(["erasure-request-over"]))),
    params(IdempotencyHeader),
    request_body = RefuseErasureRequest,
    responses((status = 200, description = "The request.", body = ErasureRequestView)),
)]
#[post("/v1/erasure-requests/{erasureRequestId}/refusals")]
pub(super) async fn refuse_erasure_request(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ErasureRequestId>,
    body: ValidJson<RefuseErasureRequest>,
) -> Result<Json<ErasureRequestView>, Problem> {
    Ok(Json(erasure_requests::refuse(&ports, &caller.0, id.0, body.0.into()).await?.into()))
}
