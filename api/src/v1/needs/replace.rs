use super::dto::{NeedsView, ReplaceNeeds};
use crate::auth::Bearer;
use crate::extract::{Id, IfMatchPart, Needs, Part, ValidJson};
use crate::problem::Problem;
use crate::response::{Resource, WithMap};
use actix_web::put;
use actix_web::web::Data;
use domain::{MapId, Ports, needs};

/// Replaces all needs of the client. `If-Match` takes the `ETag` of the needs or of the map.
#[utoipa::path(
    tag = "needs",
    operation_id = "replaceNeeds",
    extensions(("x-problems" = json!(["unknown-reference"]))),
    params(IfMatchPart<Needs>),
    request_body = ReplaceNeeds,
    responses(WithMap<Resource<NeedsView>>),
)]
#[put("/v1/maps/{mapId}/needs")]
pub(super) async fn replace_needs(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<MapId>,
    seen: IfMatchPart<Needs>,
    body: ValidJson<ReplaceNeeds>,
) -> Result<WithMap<Resource<NeedsView>>, Problem> {
    let replaced = needs::replace(&ports, &caller.0, id.0, &seen.0, body.0.into()).await.map_err(Needs::problem)?;
    Ok(WithMap(replaced.map(|replaced| Resource(replaced.into()))))
}
