use crate::auth::Bearer;
use crate::extract::{Id, IfMatch};
use crate::problem::Problem;
use crate::response::NoContent;
use actix_web::delete;
use actix_web::web::Data;
use domain::{IntegrationId, Ports, integrations};

/// Removes an external system, which loses access at its next request. The consents given to it stay on record. For
/// administrators.
#[utoipa::path(tag = "integrations", operation_id = "deleteIntegration", params(IfMatch), responses(NoContent))]
#[delete("/v1/integrations/{integrationId}")]
pub(super) async fn delete_integration(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<IntegrationId>,
    seen: IfMatch,
) -> Result<NoContent, Problem> {
    integrations::delete(&ports, &caller.0, id.0, &seen.0).await?;
    Ok(NoContent)
}
