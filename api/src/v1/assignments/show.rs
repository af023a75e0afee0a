use super::dto::AssignmentView;
use crate::auth::Bearer;
use crate::extract::Id;
use crate::problem::Problem;
use crate::response::Resource;
use actix_web::get;
use actix_web::web::Data;
use domain::{AssignmentId, Ports, assignments};

/// Shows an assignment. For administrators and the client.
#[utoipa::path(
    tag = "assignments",
    operation_id = "showAssignment",
    responses(Resource<AssignmentView>),
)]
#[get("/v1/assignments/{assignmentId}")]
pub(super) async fn show_assignment(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<AssignmentId>,
) -> Result<Resource<AssignmentView>, Problem> {
    Ok(Resource(assignments::show(&ports, &caller.0, id.0).await?.into()))
}
