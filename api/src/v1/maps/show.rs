use super::dto::WholeMapView;
use super::{MapCache, cache};
use crate::auth::Bearer;
use crate::extract::Id;
use crate::problem::Problem;
use crate::response::{Json, Resource};
use actix_web::get;
use actix_web::web::Data;
use domain::{Error, MapId, Ports, maps};

/// Shows a map with its content.
#[utoipa::path(
    tag = "maps",
    operation_id = "showMap",
    responses(Resource<WholeMapView>),
)]
#[get("/v1/maps/{mapId}")]
pub(super) async fn show_map(
    ports: Data<Ports>,
    caller: Bearer,
    rendered: Data<MapCache>,
    id: Id<MapId>,
) -> Result<Json, Problem> {
    let known = rendered.get(id.0);
    let changed = maps::show(&ports, &caller.0, id.0, known.as_ref().map(|map| map.revision)).await?;
    cache::count(known.is_some(), changed.is_some());
    let map = changed.map(|whole| rendered.render(whole)).transpose()?.or(known).ok_or(Error::NotFound)?;
    Ok(map.into())
}
