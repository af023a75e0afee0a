use super::dto::{OrganisationView, UpdateOrganisation};
use crate::auth::Bearer;
use crate::extract::{Id, IfMatch, ValidJson};
use crate::problem::Problem;
use crate::response::Resource;
use actix_web::patch;
use actix_web::web::Data;
use domain::{OrganisationId, Ports, organisations};

/// Renames, suspends or reactivates an organisation. For the operator.
///
/// The members of a suspended organisation lose access at their next request. Reactivating withdraws the request to purge it.
#[utoipa::path(
    tag = "organisations",
    operation_id = "updateOrganisation",
    params(IfMatch),
    request_body(content = UpdateOrganisation, content_type = "application/merge-patch+json"),
    responses(Resource<OrganisationView>),
)]
#[patch("/v1/organisations/{organisationId}")]
pub(super) async fn update_organisation(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<OrganisationId>,
    seen: IfMatch,
    body: ValidJson<UpdateOrganisation>,
) -> Result<Resource<OrganisationView>, Problem> {
    Ok(Resource(organisations::update(&ports, &caller.0, id.0, &seen.0, body.0.into()).await?.into()))
}
