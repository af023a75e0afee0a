use super::dto::NeedsView;
use crate::auth::Bearer;
use crate::extract::Id;
use crate::problem::Problem;
use crate::response::Resource;
use actix_web::get;
use actix_web::web::Data;
use domain::{MapId, Ports, needs};

/// Shows what the client needs, per support type.
#[utoipa::path(
    tag = "needs",
    operation_id = "showNeeds",
    responses(Resource<NeedsView>),
)]
#[get("/v1/maps/{mapId}/needs")]
pub(super) async fn show_needs(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<MapId>,
) -> Result<Resource<NeedsView>, Problem> {
    Ok(Resource(needs::show(&ports, &caller.0, id.0).await?.into()))
}
