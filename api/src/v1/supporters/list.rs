use super::dto::PlacedPersonView;
use crate::auth::Bearer;
use crate::extract::{Id, PageQuery, Paging};
use crate::problem::Problem;
use crate::response::List;
use actix_web::get;
use actix_web::web::Data;
use domain::{MapId, Ports, supporters};

/// Lists the supporters on a map.
#[utoipa::path(
    tag = "supporters",
    operation_id = "listSupporters",
    params(PageQuery),
    responses(List<PlacedPersonView>),
)]
#[get("/v1/maps/{mapId}/supporters")]
pub(super) async fn list_supporters(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<MapId>,
    paging: Paging,
) -> Result<List<PlacedPersonView>, Problem> {
    let page = supporters::list(&ports, &caller.0, id.0, paging.request).await?;
    Ok(List::of(page, &paging.next))
}
