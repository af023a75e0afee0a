use super::dto::{NeedsView, ReplaceNeeds};
use crate::auth::Bearer;
use crate::extract::{Id, IfMatch, ValidJson};
use crate::openapi::ChangeErrors;
use crate::problem::Problem;
use crate::respond::Resource;
use actix_web::put;
use actix_web::web::Data;
use domain::{MapId, Ports, needs};

/// Replaces everything the client needs. The ETag is the map's.
#[utoipa::path(
    tag = "needs",
    operation_id = "replaceNeeds",
    params(("mapId" = Uuid, Path), ("If-Match" = String, Header, description = "The ETag of the version you saw.")),
    request_body = ReplaceNeeds,
    responses(
        (status = 200, description = "The needs as it is now.", body = NeedsView, headers(("ETag" = String, description = "Its version."))),
        ChangeErrors,
    ),
)]
#[put("/v1/maps/{mapId}/needs")]
pub(super) async fn replace_needs(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<MapId>,
    seen: IfMatch,
    body: ValidJson<ReplaceNeeds>,
) -> Result<Resource<NeedsView>, Problem> {
    Ok(Resource(needs::replace(&ports, &caller.0, id.0, &seen.0, body.0.into()).await?.into()))
}
