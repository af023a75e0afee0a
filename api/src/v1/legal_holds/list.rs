use super::dto::LegalHoldView;
use crate::auth::Bearer;
use crate::extract::{Id, PageQuery, Paging};
use crate::problem::Problem;
use crate::response::List;
use actix_web::get;
use actix_web::web::Data;
use domain::{ClientId, Ports, legal_holds};

/// Lists the legal holds on a client's record, with those that are over. For the client, their coaches and administrators.
#[utoipa::path(
    tag = "legal-holds",
    operation_id = "listLegalHolds",
    params(PageQuery),
    responses(List<LegalHoldView>),
)]
#[get("/v1/clients/{clientId}/legal-holds")]
pub(super) async fn list_legal_holds(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ClientId>,
    paging: Paging,
) -> Result<List<LegalHoldView>, Problem> {
    let page = legal_holds::list(&ports, &caller.0, id.0, paging.request).await?;
    Ok(List::of(page, &paging.next))
}
