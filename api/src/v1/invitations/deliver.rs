use super::dto::InvitedView;
use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::Id;
use crate::problem::Problem;
use crate::response::Created;
use actix_web::post;
use actix_web::web::Data;
use domain::{InvitationId, Ports, invitations};

/// Sends an invitation again, with a new secret and a new term of 7 days. The earlier secret no longer works. For
/// administrators.
///
/// You become its inviter. An invitation can be sent 5 times.
#[utoipa::path(
    tag = "invitations",
    operation_id = "deliverInvitation",
    extensions(("x-problems" = json!(["invitation-over", "invitation-sent-often", "too-many-invitations"]))),
    params(IdempotencyHeader),
    responses(Created<InvitedView>),
)]
#[post("/v1/invitations/{invitationId}/deliveries")]
pub(super) async fn deliver_invitation(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<InvitationId>,
) -> Result<Created<InvitedView>, Problem> {
    let delivered = invitations::deliver(&ports, &caller.0, id.0).await?;
    Ok(Created::at(format!("/v1/invitations/{}", delivered.invitation.id), delivered.into()))
}
