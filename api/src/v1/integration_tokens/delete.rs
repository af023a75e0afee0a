use crate::auth::Bearer;
use crate::extract::Id;
use crate::problem::Problem;
use crate::response::NoContent;
use actix_web::delete;
use actix_web::web::Data;
use domain::{IntegrationTokenId, Ports, integration_tokens};

/// Deletes a token, which is refused from the next request. No `If-Match`: it has no version. For administrators.
#[utoipa::path(tag = "integration-tokens", operation_id = "deleteIntegrationToken", responses(NoContent))]
#[delete("/v1/integration-tokens/{integrationTokenId}")]
pub(super) async fn delete_integration_token(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<IntegrationTokenId>,
) -> Result<NoContent, Problem> {
    integration_tokens::delete(&ports, &caller.0, id.0).await?;
    Ok(NoContent)
}
