use crate::auth::Bearer;
use crate::extract::{Id, IfMatch};
use crate::problem::Problem;
use crate::response::NoContent;
use actix_web::delete;
use actix_web::web::Data;
use domain::{OrganisationId, Ports, organisations};

/// Purges an organisation permanently, the second of two steps. For the operator. Needs a recent confirmation.
///
/// At once nobody finds it any more. A job then removes all its data, the accounts of its members that are members nowhere else, and at
/// last its keys, without which no copy is readable. Before `purgeableAt`, or without a request: 409 `purge-not-due`; while a legal hold
/// on a record is in force: 409 `organisation-held`. The access log stays, by ids.
#[utoipa::path(
    tag = "organisations",
    operation_id = "purgeOrganisation",
    extensions(("x-problems" = json!(["purge-not-due", "organisation-held"]))),
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
