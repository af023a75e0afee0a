use super::dto::{AdministratorInvitation, InviteAdministrator};
use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::{Id, ValidJson};
use crate::problem::Problem;
use actix_web::web::Data;
use actix_web::{HttpResponse, Responder, post};
use domain::{OrganisationId, Ports, organisations};

/// Invites an administrator to an organisation, such as one that has none left. For the operator.
///
/// While the organisation has an administrator, every one of them is told by mail, and the invitation is mailed after 72 hours:
/// until then they can withdraw it. Without a mail server this is 409 `no-mail`.
#[utoipa::path(
    tag = "organisations",
    operation_id = "inviteAdministrator",
    extensions(("x-problems" = json!(["already-member", "no-mail"]))),
    params(IdempotencyHeader),
    request_body = InviteAdministrator,
    responses((status = 202, description = "Accepted.", body = AdministratorInvitation)),
)]
#[post("/v1/organisations/{organisationId}/invitations")]
pub(super) async fn invite_administrator(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<OrganisationId>,
    body: ValidJson<InviteAdministrator>,
) -> Result<impl Responder, Problem> {
    let invited = organisations::invite_administrator(&ports, &caller.0, id.0, body.0.into()).await?;
    Ok(HttpResponse::Accepted().json(AdministratorInvitation::from(invited)))
}
