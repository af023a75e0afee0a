use super::dto::{OrganisationView, UpdateOwnOrganisation};
use crate::auth::Bearer;
use crate::extract::{IfMatch, ValidJson};
use crate::problem::Problem;
use crate::response::Resource;
use actix_web::patch;
use actix_web::web::Data;
use domain::{Ports, organisations};

/// Renames the organisation of your session or changes its settings. For administrators.
#[utoipa::path(
    tag = "organisation",
    operation_id = "updateOwnOrganisation",
    params(IfMatch),
    request_body(content = UpdateOwnOrganisation, content_type = "application/merge-patch+json"),
    responses(Resource<OrganisationView>),
)]
#[patch("/v1/organisation")]
pub(super) async fn update_own_organisation(
    ports: Data<Ports>,
    caller: Bearer,

    seen: IfMatch,
    body: ValidJson<UpdateOwnOrganisation>,
) -> Result<Resource<OrganisationView>, Problem> {
    Ok(Resource(organisations::update_own(&ports, &caller.0, &seen.0, body.0.into()).await?.into()))
}
