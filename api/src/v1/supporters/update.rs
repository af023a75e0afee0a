use super::dto::{PlacedPersonView, UpdateSupporter};
use crate::auth::Bearer;
use crate::extract::{Id, IfMatch, ValidJson};
use crate::problem::Problem;
use crate::response::{Resource, WithMap};
use actix_web::patch;
use actix_web::web::Data;
use domain::{Ports, SupporterId, supporters};

/// Changes a supporter; null makes a member unanswered.
#[utoipa::path(
    tag = "supporters",
    operation_id = "updateSupporter",
    extensions(("x-problems" = json!(["unknown-reference", "map-full", "full"]))),
    params(IfMatch),
    request_body(content = UpdateSupporter, content_type = "application/merge-patch+json"),
    responses(WithMap<Resource<PlacedPersonView>>),
)]
#[patch("/v1/supporters/{supporterId}")]
pub(super) async fn update_supporter(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<SupporterId>,
    seen: IfMatch,
    body: ValidJson<UpdateSupporter>,
) -> Result<WithMap<Resource<PlacedPersonView>>, Problem> {
    let changed = supporters::update(&ports, &caller.0, id.0, &seen.0, body.0.into()).await?;
    Ok(WithMap(changed.map(|changed| Resource(changed.into()))))
}
