use super::dto::ErasureRequestView;
use crate::auth::Bearer;
use crate::extract::{Id, PageQuery, Paging};
use crate::problem::Problem;
use crate::response::List;
use actix_web::get;
use actix_web::web::Data;
use domain::{ClientId, Ports, erasure_requests};

/// Lists a client's requests for erasure, with those that were withdrawn or refused. For the client, their coaches and
/// administrators.
#[utoipa::path(
    tag = "erasure-requests",
    operation_id = "listErasureRequests",
    params(PageQuery),
    responses(List<ErasureRequestView>),
)]
#[get("/v1/clients/{clientId}/erasure-requests")]
pub(super) async fn list_erasure_requests(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ClientId>,
    paging: Paging,
) -> Result<List<ErasureRequestView>, Problem> {
    let page = erasure_requests::list(&ports, &caller.0, id.0, paging.request).await?;
    Ok(List::of(page, &paging.next))
}
