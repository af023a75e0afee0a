use super::dto::OrganisationView;
use crate::auth::Bearer;
use crate::extract::Id;
use crate::problem::Problem;
use crate::response::Resource;
use actix_web::get;
use actix_web::web::Data;
use domain::{OrganisationId, Ports, organisations};

/// Shows an organisation, without its content. For the operator.
#[utoipa::path(
    tag = "organisations",
    operation_id = "showOrganisation",
    responses(Resource<OrganisationView>),
)]
#[get("/v1/organisations/{organisationId}")]
pub(super) async fn show_organisation(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<OrganisationId>,
) -> Result<Resource<OrganisationView>, Problem> {
    Ok(Resource(organisations::show(&ports, &caller.0, id.0).await?.into()))
}
