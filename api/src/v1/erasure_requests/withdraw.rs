use super::dto::ErasureRequestView;
use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::Id;
use crate::problem::Problem;
use actix_web::post;
use actix_web::web::{Data, Json};
use domain::{ErasureRequestId, Ports, erasure_requests};

/// Withdraws a request for erasure: the record stays. For the client, their coaches and administrators.
///
/// What the client asked for with their own log-in is withdrawn by the client only: 403 for others, who can refuse it on a ground of the
/// law. Withdrawing a withdrawn request has no effect; a refused one gives 409 `erasure-request-over`.
#[utoipa::path(
    tag = "erasure-requests",
    operation_id = "withdrawErasureRequest",
    extensions(("x-problems" = json!(["erasure-request-over"]))),
    params(IdempotencyHeader),
    responses((status = 200, description = "The request.", body = ErasureRequestView)),
)]
#[post("/v1/erasure-requests/{erasureRequestId}/withdrawals")]
pub(super) async fn withdraw_erasure_request(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ErasureRequestId>,
) -> Result<Json<ErasureRequestView>, Problem> {
    Ok(Json(erasure_requests::withdraw(&ports, &caller.0, id.0).await?.into()))
}
