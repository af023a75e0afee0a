use super::dto::IntegrationView;
use crate::auth::Bearer;
use crate::extract::{PageQuery, Paging};
use crate::problem::Problem;
use crate::response::List;
use actix_web::get;
use actix_web::web::Data;
use domain::{Ports, integrations};

/// Lists the external systems of the organisation. For administrators.
#[utoipa::path(
    tag = "integrations",
    operation_id = "listIntegrations",
    params(PageQuery),
    responses(List<IntegrationView>),
)]
#[get("/v1/integrations")]
pub(super) async fn list_integrations(
    ports: Data<Ports>,
    caller: Bearer,
    paging: Paging,
) -> Result<List<IntegrationView>, Problem> {
    let page = integrations::list(&ports, &caller.0, paging.request).await?;
    Ok(List::of(page, &paging.next))
}
