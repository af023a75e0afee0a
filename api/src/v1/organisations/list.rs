use super::dto::OrganisationView;
use crate::auth::Bearer;
use crate::extract::{PageQuery, Paging};
use crate::problem::Problem;
use crate::response::List;
use actix_web::get;
use actix_web::web::Data;
use domain::{Ports, organisations};

/// Lists the organisations of the platform. For the operator.
#[utoipa::path(
    tag = "organisations",
    operation_id = "listOrganisations",
    params(PageQuery),
    responses(List<OrganisationView>),
)]
#[get("/v1/organisations")]
pub(super) async fn list_organisations(
    ports: Data<Ports>,
    caller: Bearer,

    paging: Paging,
) -> Result<List<OrganisationView>, Problem> {
    let page = organisations::list(&ports, &caller.0, paging.request).await?;
    Ok(List::of(page, &paging.next))
}
