use super::dto::ReflectionView;
use crate::auth::Bearer;
use crate::extract::{Id, PageQuery, Paging};
use crate::problem::Problem;
use crate::response::List;
use actix_web::get;
use actix_web::web::Data;
use domain::{MapId, Ports, reflections};

/// Lists the client's reflections on a map.
#[utoipa::path(
    tag = "reflections",
    operation_id = "listReflections",
    params(PageQuery),
    responses(List<ReflectionView>),
)]
#[get("/v1/maps/{mapId}/reflections")]
pub(super) async fn list_reflections(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<MapId>,
    paging: Paging,
) -> Result<List<ReflectionView>, Problem> {
    let page = reflections::list(&ports, &caller.0, id.0, paging.request).await?;
    Ok(List::of(page, &paging.next))
}
