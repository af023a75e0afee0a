use super::content::ReplaceMapContent;
use super::dto::WholeMapView;
use crate::auth::Bearer;
use crate::extract::{Id, IfMatch, Upload};
use crate::problem::Problem;
use crate::response::Resource;
use actix_web::put;
use actix_web::web::Data;
use domain::{MapId, Ports, maps};

/// Replaces the whole content of a map, all or nothing.
///
/// For front ends that save a whole session, or that were offline. Items that are not listed are removed from the map;
/// persons that are not listed stay, and so do agreements if the member is absent. Unchanged items keep their version.
/// At most 2 MiB.
#[utoipa::path(
    tag = "maps",
    operation_id = "replaceMapContent",
    extensions(("x-problems" = json!(["unknown-reference", "id-taken", "full"]))),
    params(IfMatch),
    request_body = ReplaceMapContent,
    responses(Resource<WholeMapView>),
)]
#[put("/v1/maps/{mapId}/content")]
pub(super) async fn replace_map_content(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<MapId>,
    seen: IfMatch,
    upload: Upload,
) -> Result<Resource<WholeMapView>, Problem> {
    let upload = upload.authorized(maps::authorize_content(&ports, &caller.0, id.0)).await?;
    let (content, caller) = upload.json::<ReplaceMapContent>().await?;
    Ok(Resource(maps::replace_content(&ports, &caller, id.0, &seen.0, content.into()).await?.into()))
}
