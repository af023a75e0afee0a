use super::dto::{TieView, UpdateTie};
use crate::auth::Bearer;
use crate::extract::{Id, IfMatch, ValidJson};
use crate::problem::Problem;
use crate::response::{Resource, WithMap};
use actix_web::patch;
use actix_web::web::Data;
use domain::{Ports, TieId, ties};

/// Changes how strong a tie is.
#[utoipa::path(
    tag = "ties",
    operation_id = "updateTie",
    params(IfMatch),
    request_body(content = UpdateTie, content_type = "application/merge-patch+json"),
    responses(WithMap<Resource<TieView>>),
)]
#[patch("/v1/ties/{tieId}")]
pub(super) async fn update_tie(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<TieId>,
    seen: IfMatch,
    body: ValidJson<UpdateTie>,
) -> Result<WithMap<Resource<TieView>>, Problem> {
    let changed = ties::update(&ports, &caller.0, id.0, &seen.0, body.0.into()).await?;
    Ok(WithMap(changed.map(|changed| Resource(changed.into()))))
}
