use super::dto::MapView;
use crate::auth::Bearer;
use crate::extract::{Id, PageQuery, Paging};
use crate::problem::Problem;
use crate::response::List;
use actix_web::get;
use actix_web::web::Data;
use domain::{ClientId, Ports, maps};

/// Lists a client's maps, without their content. A coach does not see private ones.
#[utoipa::path(
    tag = "maps",
    operation_id = "listMaps",
    params(PageQuery),
    responses(List<MapView>),
)]
#[get("/v1/clients/{clientId}/maps")]
pub(super) async fn list_maps(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ClientId>,
    paging: Paging,
) -> Result<List<MapView>, Problem> {
    let page = maps::list(&ports, &caller.0, id.0, paging.request).await?;
    Ok(List::of(page, &paging.next))
}
