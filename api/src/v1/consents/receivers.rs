use super::dto::ReceiverView;
use crate::auth::Bearer;
use crate::extract::{Id, PageQuery, Paging};
use crate::problem::Problem;
use crate::response::List;
use actix_web::get;
use actix_web::web::Data;
use domain::{ClientId, Ports, consents};

/// Lists the external systems to which a client can give a consent. For the client and their coaches.
#[utoipa::path(
    tag = "consents",
    operation_id = "listConsentReceivers",
    params(PageQuery),
    responses(List<ReceiverView>),
)]
#[get("/v1/clients/{clientId}/consent-receivers")]
pub(super) async fn list_consent_receivers(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ClientId>,
    paging: Paging,
) -> Result<List<ReceiverView>, Problem> {
    let page = consents::receivers(&ports, &caller.0, id.0, paging.request).await?;
    Ok(List::of(page, &paging.next))
}
