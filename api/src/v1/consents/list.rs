use super::dto::ConsentView;
use crate::auth::Bearer;
use crate::extract::{Id, PageQuery, Paging};
use crate::problem::Problem;
use crate::response::List;
use actix_web::get;
use actix_web::web::Data;
use domain::{ClientId, Ports, consents};

/// Lists a client's consents, with the withdrawn ones. For the client and their coaches.
#[utoipa::path(
    tag = "consents",
    operation_id = "listConsents",
    params(PageQuery),
    responses(List<ConsentView>),
)]
#[get("/v1/clients/{clientId}/consents")]
pub(super) async fn list_consents(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ClientId>,
    paging: Paging,
) -> Result<List<ConsentView>, Problem> {
    let page = consents::list(&ports, &caller.0, id.0, paging.request).await?;
    Ok(List::of(page, &paging.next))
}
