use super::dto::CardHeadView;
use crate::auth::Bearer;
use crate::extract::{Id, PageQuery, Paging};
use crate::problem::Problem;
use crate::response::List;
use actix_web::get;
use actix_web::web::Data;
use domain::{MapId, Ports, cards};

/// Lists the cards of a map without their content, oldest first.
#[utoipa::path(
    tag = "cards",
    operation_id = "listCards",
    params(PageQuery),
    responses(List<CardHeadView>),
)]
#[get("/v1/maps/{mapId}/cards")]
pub(super) async fn list_cards(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<MapId>,
    paging: Paging,
) -> Result<List<CardHeadView>, Problem> {
    let page = cards::list(&ports, &caller.0, id.0, paging.request).await?;
    Ok(List::of(page, &paging.next))
}
