use super::dto::{CreateIntegrationToken, IssuedTokenView};
use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::{Id, ValidJson};
use crate::problem::Problem;
use actix_web::http::StatusCode;
use actix_web::post;
use actix_web::web::{Data, Json};
use domain::integration_tokens::NewToken;
use domain::{IntegrationId, Ports, integration_tokens};

/// Creates a token with which an identity provider calls `/scim/v2`. For administrators.
///
/// The secret is shown only here. The integration needs the scope `members.write`. It has at most two tokens at once: create
/// the next, use it, and delete the old one. See `docs/provisioning.md`.
#[utoipa::path(
    tag = "integration-tokens",
    operation_id = "createIntegrationToken",
    params(IdempotencyHeader),
    request_body = CreateIntegrationToken,
    responses((status = 201, description = "Created.", body = IssuedTokenView)),
    extensions(("x-problems" = json!(["too-many-tokens"]))),
)]
#[post("/v1/integrations/{integrationId}/tokens")]
pub(super) async fn create_integration_token(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<IntegrationId>,
    body: ValidJson<CreateIntegrationToken>,
) -> Result<(Json<IssuedTokenView>, StatusCode), Problem> {
    let new = NewToken { integration_id: id.0, valid_days: body.0.valid_days };
    let issued = integration_tokens::create(&ports, &caller.0, new).await?;
    Ok((Json(issued.into()), StatusCode::CREATED))
}
