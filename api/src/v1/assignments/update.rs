use super::dto::{AssignmentView, UpdateAssignment};
use crate::auth::Bearer;
use crate::extract::{Id, IfMatch, ValidJson};
use crate::problem::Problem;
use crate::response::Resource;
use actix_web::patch;
use actix_web::web::Data;
use domain::{AssignmentId, Ports, assignments};

/// Changes the basis of an assignment, or ends it. For administrators.
///
/// The coach loses access at the first request after the end. An end in the past means now. An ended assignment cannot
/// be changed.
#[utoipa::path(
    tag = "assignments",
    operation_id = "updateAssignment",
    extensions(("x-problems" = json!(["already-assigned", "assignment-ended"]))),
    params(IfMatch),
    request_body(content = UpdateAssignment, content_type = "application/merge-patch+json"),
    responses(Resource<AssignmentView>),
)]
#[patch("/v1/assignments/{assignmentId}")]
pub(super) async fn update_assignment(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<AssignmentId>,
    seen: IfMatch,
    body: ValidJson<UpdateAssignment>,
) -> Result<Resource<AssignmentView>, Problem> {
    Ok(Resource(assignments::update(&ports, &caller.0, id.0, &seen.0, body.0.into()).await?.into()))
}
