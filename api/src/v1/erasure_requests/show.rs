use super::dto::ErasureRequestView;
use crate::auth::Bearer;
use crate::extract::Id;
use crate::problem::Problem;
use crate::response::Resource;
use actix_web::get;
use actix_web::web::Data;
use domain::{ErasureRequestId, Ports, erasure_requests};

/// Shows a request for erasure. For the client, their coaches and administrators.
#[utoipa::path(
    tag = "erasure-requests",
    operation_id = "showErasureRequest",
    responses(Resource<ErasureRequestView>),
)]
#[get("/v1/erasure-requests/{erasureRequestId}")]
pub(super) async fn show_erasure_request(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ErasureRequestId>,
) -> Result<Resource<ErasureRequestView>, Problem> {
    Ok(Resource(erasure_requests::show(&ports, &caller.0, id.0).await?.into()))
}
