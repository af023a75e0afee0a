use super::dto::RestrictionView;
use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::{Id, ValidJson};
use crate::problem::Problem;
use crate::v1::client_requests::RecordRequest;
use actix_web::post;
use actix_web::web::{Data, Json};
use domain::{Ports, RestrictionId, restrictions};

/// Lifts a restriction: the record can be read again. For the client, and for their coaches and administrators on the client's
/// request. Needs a recent confirmation.
///
/// Lifting a lifted restriction has no effect.
#[utoipa::path(
    tag = "restrictions",
    operation_id = "liftRestriction",
    params(IdempotencyHeader),
    request_body = RecordRequest,
    responses((status = 200, description = "The restriction.", body = RestrictionView)),
)]
#[post("/v1/restrictions/{restrictionId}/liftings")]
pub(super) async fn lift_restriction(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<RestrictionId>,
    body: ValidJson<RecordRequest>,
) -> Result<Json<RestrictionView>, Problem> {
    Ok(Json(restrictions::lift(&ports, &caller.0, id.0, body.0.into()).await?.into()))
}
