use super::dto::OrganisationView;
use crate::auth::Bearer;
use crate::problem::Problem;
use crate::response::Resource;
use actix_web::get;
use actix_web::web::Data;
use domain::{Ports, organisations};

/// Shows the organisation of your session.
#[utoipa::path(
    tag = "organisation",
    operation_id = "showOwnOrganisation",
    responses(Resource<OrganisationView>),
)]
#[get("/v1/organisation")]
pub(super) async fn show_own_organisation(
    ports: Data<Ports>,
    caller: Bearer,
) -> Result<Resource<OrganisationView>, Problem> {
    Ok(Resource(organisations::show_own(&ports, &caller.0).await?.into()))
}
