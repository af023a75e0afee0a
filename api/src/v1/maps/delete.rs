use crate::auth::Bearer;
use crate::extract::{Id, IfMatch};
use crate::problem::Problem;
use crate::response::NoContent;
use actix_web::delete;
use actix_web::web::Data;
use domain::{MapId, Ports, maps};

/// Removes a map with its content and cards; the persons stay. Only the client can remove a map with cards.
#[utoipa::path(
    tag = "maps",
    operation_id = "deleteMap",
    extensions(("x-problems" = json!(["map-has-cards", "map-has-reflections"]))),
    params(IfMatch),
    responses(NoContent),
)]
#[delete("/v1/maps/{mapId}")]
pub(super) async fn delete_map(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<MapId>,
    seen: IfMatch,
) -> Result<NoContent, Problem> {
    maps::delete(&ports, &caller.0, id.0, &seen.0).await?;
    Ok(NoContent)
}
