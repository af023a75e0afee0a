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
/// If the service sends mail and the invitation has an address, the secret is mailed to it and shown to nobody. Otherwise
/// only this response contains it: hand it over, for example as a QR code on paper. A client who accepts a shown secret is
/// unconfirmed, and has no access to private data, until the log-in is confirmed. The secret can be used once, within 7
/// days, with POST /v1/invitation-acceptances.
#[utoipa::path(
    tag = "invitations",
    operation_id = "createInvitation",
    extensions(("x-problems" = json!(["already-member", "client-has-log-in", "too-many-invitations", "unknown-reference"]))),
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
