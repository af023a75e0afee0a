use crate::auth::Bearer;
use crate::extract::Id;
use crate::problem::Problem;
use crate::response::NoContent;
use actix_web::delete;
use actix_web::web::Data;
use domain::{IdentityId, Ports, identities};

/// Unlinks one of your identities; its sessions end at once. No `If-Match`: it has no version.
#[utoipa::path(tag = "identities", operation_id = "unlinkOwnIdentity", responses(NoContent))]
#[delete("/v1/me/identities/{identityId}")]
pub(super) async fn unlink_own_identity(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<IdentityId>,
) -> Result<NoContent, Problem> {
    identities::unlink_own(&ports, &caller.0, id.0).await?;
    Ok(NoContent)
}

/// Unlinks an identity of a member; its sessions end at once. For administrators. No `If-Match`: it has no version.
#[utoipa::path(tag = "identities", operation_id = "unlinkMemberIdentity", responses(NoContent))]
#[delete("/v1/member-identities/{memberIdentityId}")]
pub(super) async fn unlink_member_identity(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<IdentityId>,
) -> Result<NoContent, Problem> {
    identities::unlink(&ports, &caller.0, id.0).await?;
    Ok(NoContent)
}
