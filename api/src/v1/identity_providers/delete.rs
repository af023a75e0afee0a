use crate::auth::Bearer;
use crate::extract::{Id, IfMatch};
use crate::problem::Problem;
use crate::response::NoContent;
use actix_web::delete;
use actix_web::web::Data;
use domain::{IdentityProviderId, Ports, identity_providers};

/// Removes an identity provider with the identities at it; its sessions end at once. For administrators.
#[utoipa::path(
    tag = "identity-providers",
    operation_id = "deleteIdentityProvider",
    params(IfMatch),
    responses(NoContent)
)]
#[delete("/v1/identity-providers/{identityProviderId}")]
pub(super) async fn delete_identity_provider(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<IdentityProviderId>,
    seen: IfMatch,
) -> Result<NoContent, Problem> {
    identity_providers::delete(&ports, &caller.0, id.0, &seen.0).await?;
    Ok(NoContent)
}
