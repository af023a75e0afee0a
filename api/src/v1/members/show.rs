use super::dto::MemberView;
use crate::auth::Bearer;
use crate::extract::Id;
use crate::problem::Problem;
use crate::response::Resource;
use actix_web::get;
use actix_web::web::Data;
use domain::{MemberId, Ports, members};

/// Shows a member. For administrators.
#[utoipa::path(
    tag = "members",
    operation_id = "showMember",
    responses(Resource<MemberView>),
)]
#[get("/v1/members/{memberId}")]
pub(super) async fn show_member(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<MemberId>,
) -> Result<Resource<MemberView>, Problem> {
    Ok(Resource(members::show(&ports, &caller.0, id.0).await?.into()))
}
