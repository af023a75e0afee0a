use crate::auth::Bearer;
use crate::extract::{Id, IfMatch};
use crate::problem::Problem;
use crate::response::{NoContent, WithMap};
use actix_web::delete;
use actix_web::web::Data;
use domain::{Ports, TieId, ties};

/// Removes a tie.
#[utoipa::path(
    tag = "ties",
    operation_id = "deleteTie",
    params(IfMatch),
    responses(WithMap<NoContent>),
)]
#[delete("/v1/ties/{tieId}")]
pub(super) async fn delete_tie(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<TieId>,
    seen: IfMatch,
) -> Result<WithMap<NoContent>, Problem> {
    Ok(WithMap(ties::delete(&ports, &caller.0, id.0, &seen.0).await?.map(|()| NoContent)))
}
