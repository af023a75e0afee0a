use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::Id;
use crate::problem::Problem;
use crate::response::Created;
use crate::v1::invitations::InvitedView;
use actix_web::post;
use actix_web::web::Data;
use domain::{MemberId, Ports, invitations};

/// Invites a member again who lost password and second factor. For administrators.
///
/// The secret is mailed to the member's own address, and shown to nobody. Who accepts it chooses a new password; every session
/// ends, and so do the second factors of an account that is a member of this organisation alone. It replaces an earlier one.
#[utoipa::path(
    tag = "members",
    operation_id = "inviteMemberAgain",
    extensions(("x-problems" = json!(["no-mail"]))),
    params(IdempotencyHeader),
    responses(Created<InvitedView>),
)]
#[post("/v1/members/{memberId}/invitations")]
pub(super) async fn invite_member_again(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<MemberId>,
) -> Result<Created<InvitedView>, Problem> {
    let invited = invitations::invite_again(&ports, &caller.0, id.0).await?;
    Ok(Created::at(format!("/v1/invitations/{}", invited.invitation.id), invited.into()))
}
