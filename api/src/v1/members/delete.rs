use crate::auth::Bearer;
use crate::extract::{Id, IfMatch};
use crate::problem::Problem;
use crate::response::NoContent;
use actix_web::delete;
use actix_web::web::Data;
use domain::{MemberId, Ports, members};

/// Ends a membership. For administrators.
///
/// The user loses access to the organisation at their next request; their account stays.
#[utoipa::path(
    tag = "members",
    operation_id = "deleteMember",
    extensions(("x-problems" = json!(["last-admin"]))),
    params(IfMatch),
    responses(NoContent),
)]
#[delete("/v1/members/{memberId}")]
pub(super) async fn delete_member(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<MemberId>,
    seen: IfMatch,
) -> Result<NoContent, Problem> {
    members::remove(&ports, &caller.0, id.0, &seen.0).await?;
    Ok(NoContent)
}
