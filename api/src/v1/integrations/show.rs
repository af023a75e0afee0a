use super::dto::IntegrationView;
use crate::auth::Bearer;
use crate::extract::Id;
use crate::problem::Problem;
use crate::response::Resource;
use actix_web::get;
use actix_web::web::Data;
use domain::{IntegrationId, Ports, integrations};

/// Shows an external system. For administrators.
#[utoipa::path(
    tag = "integrations",
    operation_id = "showIntegration",
    responses(Resource<IntegrationView>),
)]
#[get("/v1/integrations/{integrationId}")]
pub(super) async fn show_integration(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<IntegrationId>,
) -> Result<Resource<IntegrationView>, Problem> {
    Ok(Resource(integrations::show(&ports, &caller.0, id.0).await?.into()))
}
