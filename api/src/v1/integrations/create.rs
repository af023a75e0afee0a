use super::dto::{CreateIntegration, IntegrationView};
use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::ValidJson;
use crate::problem::Problem;
use crate::response::Created;
use actix_web::post;
use actix_web::web::Data;
use domain::{Ports, integrations};

/// Registers an external system. For administrators.
///
/// Its `id` is its client id. With a signed assertion (RFC 7523) it gets access tokens of 10 minutes from
/// `POST /oauth2/token`; see `docs/integrations.md`.
#[utoipa::path(
    tag = "integrations",
    operation_id = "createIntegration",
    params(IdempotencyHeader),
    request_body = CreateIntegration,
    responses(Created<IntegrationView>),
)]
#[post("/v1/integrations")]
pub(super) async fn create_integration(
    ports: Data<Ports>,
    caller: Bearer,
    body: ValidJson<CreateIntegration>,
) -> Result<Created<IntegrationView>, Problem> {
    let integration = integrations::create(&ports, &caller.0, body.0.try_into()?).await?;
    Ok(Created::at(format!("/v1/integrations/{}", integration.id), integration.into()))
}
