use super::dto::ClientView;
use crate::auth::Bearer;
use crate::extract::{PageQuery, Paging};
use crate::problem::Problem;
use crate::response::List;
use actix_web::get;
use actix_web::web::Data;
use domain::{Ports, clients};

/// Lists the clients you may see: for an administrator and an integration all, for a coach their caseload.
#[utoipa::path(
    tag = "clients",
    operation_id = "listClients",
    params(PageQuery),
    responses(List<ClientView>),
)]
#[get("/v1/clients")]
pub(super) async fn list_clients(
    ports: Data<Ports>,
    caller: Bearer,
    paging: Paging,
) -> Result<List<ClientView>, Problem> {
    let page = clients::list(&ports, &caller.0, paging.request).await?;
    Ok(List::of(page, &paging.next))
}
