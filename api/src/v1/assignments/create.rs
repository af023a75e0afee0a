use super::dto::{AssignmentView, CreateAssignment};
use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::{Id, ValidJson};
use crate::problem::Problem;
use crate::response::Created;
use actix_web::post;
use actix_web::web::Data;
use domain::{ClientId, Ports, assignments};

/// Assigns a coach to a client. For administrators.
///
/// A handover takes two steps: assign the new coach, then end the assignment of the previous one.
#[utoipa::path(
    tag = "assignments",
    operation_id = "createAssignment",
    extensions(("x-problems" = json!(["already-assigned", "not-a-coach", "unknown-reference"]))),
    params(IdempotencyHeader),
    request_body = CreateAssignment,
    responses(Created<AssignmentView>),
)]
#[post("/v1/clients/{clientId}/assignments")]
pub(super) async fn create_assignment(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ClientId>,
    body: ValidJson<CreateAssignment>,
) -> Result<Created<AssignmentView>, Problem> {
    let created = assignments::create(&ports, &caller.0, id.0, body.0.into()).await?;
    Ok(Created::at(format!("/v1/assignments/{}", created.id), created.into()))
}
