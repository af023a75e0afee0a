use super::dto::ErasureView;
use crate::auth::Bearer;
use crate::extract::Id;
use crate::problem::Problem;
use crate::response::Resource;
use actix_web::get;
use actix_web::web::Data;
use domain::{ErasureId, Ports, erasures};

/// Shows the receipt of an erasure. For administrators.
#[utoipa::path(
    tag = "erasures",
    operation_id = "showErasure",
    responses(Resource<ErasureView>),
)]
#[get("/v1/erasures/{erasureId}")]
pub(super) async fn show_erasure(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ErasureId>,
) -> Result<Resource<ErasureView>, Problem> {
    Ok(Resource(erasures::show(&ports, &caller.0, id.0).await?.into()))
}
