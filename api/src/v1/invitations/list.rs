use super::dto::InvitationView;
use crate::auth::Bearer;
use crate::extract::{PageQuery, Paging};
use crate::problem::Problem;
use crate::response::List;
use actix_web::get;
use actix_web::web::Data;
use domain::{Ports, invitations};

/// Lists the invitations, including accepted and expired ones. For administrators.
#[utoipa::path(
    tag = "invitations",
    operation_id = "listInvitations",
    params(PageQuery),
    responses(List<InvitationView>),
)]
#[get("/v1/invitations")]
pub(super) async fn list_invitations(
    ports: Data<Ports>,
    caller: Bearer,

    paging: Paging,
) -> Result<List<InvitationView>, Problem> {
    let page = invitations::list(&ports, &caller.0, paging.request).await?;
    Ok(List::of(page, &paging.next))
}
