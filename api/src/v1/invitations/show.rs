use super::dto::InvitationView;
use crate::auth::Bearer;
use crate::extract::Id;
use crate::problem::Problem;
use crate::response::Resource;
use actix_web::get;
use actix_web::web::Data;
use domain::{InvitationId, Ports, invitations};

/// Shows an invitation, without its secret. For administrators.
#[utoipa::path(
    tag = "invitations",
    operation_id = "showInvitation",
    responses(Resource<InvitationView>),
)]
#[get("/v1/invitations/{invitationId}")]
pub(super) async fn show_invitation(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<InvitationId>,
) -> Result<Resource<InvitationView>, Problem> {
    Ok(Resource(invitations::show(&ports, &caller.0, id.0).await?.into()))
}
