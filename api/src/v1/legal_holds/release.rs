use super::dto::LegalHoldView;
use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::Id;
use crate::problem::Problem;
use actix_web::post;
use actix_web::web::{Data, Json};
use domain::{LegalHoldId, Ports, legal_holds};

/// Releases a legal hold; an erasure that waited for it follows. For administrators. Needs a recent confirmation.
///
/// Releasing a released hold has no effect.
#[utoipa::path(
    tag = "legal-holds",
    operation_id = "releaseLegalHold",
    params(IdempotencyHeader),
    responses((status = 200, description = "The legal hold.", body = LegalHoldView)),
)]
#[post("/v1/legal-holds/{legalHoldId}/releases")]
pub(super) async fn release_legal_hold(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<LegalHoldId>,
) -> Result<Json<LegalHoldView>, Problem> {
    Ok(Json(legal_holds::release(&ports, &caller.0, id.0).await?.into()))
}
