use super::dto::{ClientView, SearchClients};
use crate::auth::Bearer;
use crate::extract::{PageQuery, Paging, ValidJson};
use crate::problem::Problem;
use crate::response::List;
use actix_web::post;
use actix_web::web::Data;
use domain::{Ports, clients};

/// Searches the clients you may see. A POST, so that names and numbers stay out of URLs.
///
/// For the next page, POST the same body to the address in `next`. A search by name reads at most 50,000 clients for a page: in a
/// larger organisation a page can have fewer clients than `limit`, or none, and still a `next`.
#[utoipa::path(
    tag = "clients",
    operation_id = "searchClients",
    params(PageQuery),
    request_body = SearchClients,
    responses(List<ClientView>),
)]
#[post("/v1/clients/search")]
pub(super) async fn search_clients(
    ports: Data<Ports>,
    caller: Bearer,
    paging: Paging,
    body: ValidJson<SearchClients>,
) -> Result<List<ClientView>, Problem> {
    let page = clients::search(&ports, &caller.0, body.0.try_into()?, paging.request).await?;
    Ok(List::of(page, &paging.next))
}
