use super::dto::{IntegrationView, UpdateIntegration};
use crate::auth::Bearer;
use crate::extract::{Id, IfMatch, ValidJson};
use crate::problem::Problem;
use crate::response::Resource;
use actix_web::patch;
use actix_web::web::Data;
use domain::{IntegrationId, Ports, integrations};

/// Changes an external system, effective on its next request. For administrators.
#[utoipa::path(
    tag = "integrations",
    operation_id = "updateIntegration",
    params(IfMatch),
    request_body(content = UpdateIntegration, content_type = "application/merge-patch+json"),
    responses(Resource<IntegrationView>),
)]
#[patch("/v1/integrations/{integrationId}")]
pub(super) async fn update_integration(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<IntegrationId>,
    seen: IfMatch,
    body: ValidJson<UpdateIntegration>,
) -> Result<Resource<IntegrationView>, Problem> {
    Ok(Resource(integrations::update(&ports, &caller.0, id.0, &seen.0, body.0.try_into()?).await?.into()))
}
