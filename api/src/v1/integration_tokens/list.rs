use super::dto::IntegrationTokenView;
use crate::auth::Bearer;
use crate::extract::Id;
use crate::problem::Problem;
use crate::response::List;
use actix_web::get;
use actix_web::web::Data;
use domain::{IntegrationId, Ports, integration_tokens};

/// Lists the tokens of an integration, on one page and without their secrets. For administrators.
#[utoipa::path(
    tag = "integration-tokens",
    operation_id = "listIntegrationTokens",
    responses(List<IntegrationTokenView>),
)]
#[get("/v1/integrations/{integrationId}/tokens")]
pub(super) async fn list_integration_tokens(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<IntegrationId>,
) -> Result<List<IntegrationTokenView>, Problem> {
    let tokens = integration_tokens::list(&ports, &caller.0, id.0).await?;
    Ok(List::whole(tokens.into_iter().map(Into::into).collect()))
}
