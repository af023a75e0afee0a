use super::dto::{CreateInvitation, InvitedView};
use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::ValidJson;
use crate::problem::Problem;
use crate::response::Created;
use actix_web::post;
use actix_web::web::Data;
use domain::{Ports, invitations};

/// Invites a user to become a member, or a client to log in. For administrators.
///
/// Only this response contains the secret: hand it over yourself, no mail is sent. It can be used once, within 7 days,
/// with POST /v1/invitation-acceptances.
#[utoipa::path(
    tag = "invitations",
    operation_id = "createInvitation",
    extensions(("x-problems" = json!(["already-member", "client-has-log-in", "unknown-reference"]))),
    params(IdempotencyHeader),
    request_body = CreateInvitation,
    responses(Created<InvitedView>),
)]
#[post("/v1/invitations")]
pub(super) async fn create_invitation(
    ports: Data<Ports>,
    caller: Bearer,

    body: ValidJson<CreateInvitation>,
) -> Result<Created<InvitedView>, Problem> {
    let created = invitations::create(&ports, &caller.0, body.0.into()).await?;
    Ok(Created::at(format!("/v1/invitations/{}", created.invitation.id), created.into()))
}
