use super::dto::{UpdateMap, WholeMapView};
use crate::auth::Bearer;
use crate::extract::{Head, Id, IfMatchPart, Part, ValidJson};
use crate::problem::Problem;
use crate::response::Resource;
use actix_web::patch;
use actix_web::web::Data;
use domain::{MapId, Ports, maps};

/// Changes the map without its content. Only the client can change whether it is private. `If-Match` takes the map's
/// `headEtag` or its `etag`.
#[utoipa::path(
    tag = "maps",
    operation_id = "updateMap",
    extensions(("x-problems" = json!(["full"]))),
    params(IfMatchPart<Head>),
    request_body(content = UpdateMap, content_type = "application/merge-patch+json"),
    responses(Resource<WholeMapView>),
)]
#[patch("/v1/maps/{mapId}")]
pub(super) async fn update_map(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<MapId>,
    seen: IfMatchPart<Head>,
    body: ValidJson<UpdateMap>,
) -> Result<Resource<WholeMapView>, Problem> {
    let changed = maps::update(&ports, &caller.0, id.0, &seen.0, body.0.into()).await.map_err(Head::problem)?;
    Ok(Resource(changed.into()))
}
