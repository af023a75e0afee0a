use super::dto::AccessRequestView;
use crate::auth::Bearer;
use crate::extract::{Id, PageQuery, Paging};
use crate::problem::Problem;
use crate::response::List;
use actix_web::get;
use actix_web::web::Data;
use domain::{ClientId, Ports, access_requests};

/// Lists a client's requests for access. For the client, their coaches and administrators.
#[utoipa::path(
    tag = "access-requests",
    operation_id = "listAccessRequests",
    params(PageQuery),
    responses(List<AccessRequestView>),
)]
#[get("/v1/clients/{clientId}/access-requests")]
pub(super) async fn list_access_requests(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ClientId>,
    paging: Paging,
) -> Result<List<AccessRequestView>, Problem> {
    let page = access_requests::list(&ports, &caller.0, id.0, paging.request).await?;
    Ok(List::of(page, &paging.next))
}
