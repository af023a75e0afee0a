use super::dto::CardHeadView;
use crate::auth::Bearer;
use crate::extract::{Id, PageQuery, Paging};
use crate::problem::Problem;
use crate::response::List;
use actix_web::get;
use actix_web::web::Data;
use domain::{ClientId, Ports, cards};

/// Lists the cards of all maps of a client without their content, oldest first.
///
/// For the client, their coaches, and an integration to which the client consented. Cards of private maps are listed for
/// the client alone.
#[utoipa::path(
    tag = "cards",
    operation_id = "listClientCards",
    params(PageQuery),
    responses(List<CardHeadView>),
)]
#[get("/v1/clients/{clientId}/cards")]
pub(super) async fn list_client_cards(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ClientId>,
    paging: Paging,
) -> Result<List<CardHeadView>, Problem> {
    let page = cards::list_of_client(&ports, &caller.0, id.0, paging.request).await?;
    Ok(List::of(page, &paging.next))
}
