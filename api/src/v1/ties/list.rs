use super::dto::TieView;
use crate::auth::Bearer;
use crate::extract::{Id, PageQuery, Paging};
use crate::problem::Problem;
use crate::response::List;
use actix_web::get;
use actix_web::web::Data;
use domain::{MapId, Ports, ties};

/// Lists the ties on a map.
#[utoipa::path(
    tag = "ties",
    operation_id = "listTies",
    params(PageQuery),
    responses(List<TieView>),
)]
#[get("/v1/maps/{mapId}/ties")]
pub(super) async fn list_ties(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<MapId>,
    paging: Paging,
) -> Result<List<TieView>, Problem> {
    let page = ties::list(&ports, &caller.0, id.0, paging.request).await?;
    Ok(List::of(page, &paging.next))
}
