use crate::auth::Bearer;
use crate::extract::{Id, IfMatch};
use crate::problem::Problem;
use crate::response::NoContent;
use actix_web::delete;
use actix_web::web::Data;
use domain::{OrganisationId, Ports, organisations};

/// Removes a suspended organisation and all its data permanently. For the operator.
///
/// The accounts of its members stay, since they may be members elsewhere.
#[utoipa::path(
    tag = "organisations",
    operation_id = "purgeOrganisation",
    extensions(("x-problems" = json!(["organisation-not-suspended"]))),
    params(IfMatch),
    responses(NoContent),
)]
#[delete("/v1/organisations/{organisationId}")]
pub(super) async fn purge_organisation(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<OrganisationId>,
    seen: IfMatch,
) -> Result<NoContent, Problem> {
    organisations::purge(&ports, &caller.0, id.0, &seen.0).await?;
    Ok(NoContent)
}
