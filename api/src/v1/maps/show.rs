use super::dto::WholeMapView;
use crate::auth::Bearer;
use crate::extract::Id;
use crate::openapi::ReadErrors;
use crate::problem::Problem;
use crate::respond::Resource;
use actix_web::get;
use actix_web::web::Data;
use domain::{MapId, Ports, maps};

/// Shows a map with everything on it.
#[utoipa::path(
    tag = "maps",
    operation_id = "showMap",
    params(("mapId" = Uuid, Path)),
    responses(
        (status = 200, description = "The whole map.", body = WholeMapView, headers(("ETag" = String, description = "Its version."))),
        (status = 304, description = "As you have it: If-None-Match names its version."),
        ReadErrors,
    ),
)]
#[get("/v1/maps/{mapId}")]
pub(super) async fn show_map(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<MapId>,
) -> Result<Resource<WholeMapView>, Problem> {
    Ok(Resource(maps::show(&ports, &caller.0, id.0).await?.into()))
}
