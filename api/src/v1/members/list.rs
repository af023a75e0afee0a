use super::dto::MemberView;
use crate::auth::Bearer;
use crate::extract::{PageQuery, Paging};
use crate::problem::Problem;
use crate::response::List;
use actix_web::get;
use actix_web::web::Data;
use domain::{Ports, members};

/// Lists the members of the organisation. For administrators.
#[utoipa::path(
    tag = "members",
    operation_id = "listMembers",
    params(PageQuery),
    responses(List<MemberView>),
)]
#[get("/v1/members")]
pub(super) async fn list_members(
    ports: Data<Ports>,
    caller: Bearer,

    paging: Paging,
) -> Result<List<MemberView>, Problem> {
    let page = members::list(&ports, &caller.0, paging.request).await?;
    Ok(List::of(page, &paging.next))
}
