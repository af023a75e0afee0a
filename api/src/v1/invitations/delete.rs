use crate::auth::Bearer;
use crate::extract::{Id, IfMatch};
use crate::problem::Problem;
use crate::response::NoContent;
use actix_web::delete;
use actix_web::web::Data;
use domain::{InvitationId, Ports, invitations};

/// Withdraws an invitation: it can no longer be accepted. For administrators.
#[utoipa::path(tag = "invitations", operation_id = "deleteInvitation", params(IfMatch), responses(NoContent))]
#[delete("/v1/invitations/{invitationId}")]
pub(super) async fn delete_invitation(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<InvitationId>,
    seen: IfMatch,
) -> Result<NoContent, Problem> {
    invitations::delete(&ports, &caller.0, id.0, &seen.0).await?;
    Ok(NoContent)
}
