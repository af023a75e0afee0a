use super::dto::{MemberView, UpdateMember};
use crate::auth::Bearer;
use crate::extract::{Id, IfMatch, ValidJson};
use crate::problem::Problem;
use crate::response::Resource;
use actix_web::patch;
use actix_web::web::Data;
use domain::{MemberId, Ports, members};

/// Changes the roles of a member. For administrators.
///
/// Without the role coach, the member's assignments end now. Without the role client, the member is no longer that
/// client's log-in; the role client requires an invitation that names the client.
#[utoipa::path(
    tag = "members",
    operation_id = "updateMember",
    extensions(("x-problems" = json!(["last-admin", "own-roles"]))),
    params(IfMatch),
    request_body(content = UpdateMember, content_type = "application/merge-patch+json"),
    responses(Resource<MemberView>),
)]
#[patch("/v1/members/{memberId}")]
pub(super) async fn update_member(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<MemberId>,
    seen: IfMatch,
    body: ValidJson<UpdateMember>,
) -> Result<Resource<MemberView>, Problem> {
    Ok(Resource(members::update(&ports, &caller.0, id.0, &seen.0, body.0.into()).await?.into()))
}
