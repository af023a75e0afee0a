use super::dto::RestrictionView;
use crate::auth::Bearer;
use crate::extract::{Id, PageQuery, Paging};
use crate::problem::Problem;
use crate::response::List;
use actix_web::get;
use actix_web::web::Data;
use domain::{ClientId, Ports, restrictions};

/// Lists the restrictions of a client's record, with the lifted ones. For the client, their coaches and administrators.
#[utoipa::path(
    tag = "restrictions",
    operation_id = "listRestrictions",
    params(PageQuery),
    responses(List<RestrictionView>),
)]
#[get("/v1/clients/{clientId}/restrictions")]
pub(super) async fn list_restrictions(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ClientId>,
    paging: Paging,
) -> Result<List<RestrictionView>, Problem> {
    let page = restrictions::list(&ports, &caller.0, id.0, paging.request).await?;
    Ok(List::of(page, &paging.next))
}
