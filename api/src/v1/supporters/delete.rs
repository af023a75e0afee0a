use crate::auth::Bearer;
use crate::extract::{Id, IfMatch};
use crate::problem::Problem;
use crate::response::{NoContent, WithMap};
use actix_web::delete;
use actix_web::web::Data;
use domain::{Ports, SupporterId, supporters};

/// Removes a supporter from the map, with supports, ties and agreements; the person stays.
#[utoipa::path(
    tag = "supporters",
    operation_id = "deleteSupporter",
    params(IfMatch),
    responses(WithMap<NoContent>),
)]
#[delete("/v1/supporters/{supporterId}")]
pub(super) async fn delete_supporter(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<SupporterId>,
    seen: IfMatch,
) -> Result<WithMap<NoContent>, Problem> {
    Ok(WithMap(supporters::delete(&ports, &caller.0, id.0, &seen.0).await?.map(|()| NoContent)))
}
