use super::dto::{AssignmentsView, CreateAssignments};
use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::ValidJson;
use crate::problem::Problem;
use actix_web::http::header::LOCATION;
use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use domain::Ports;
use domain::assignments::{self, NewAssignments};

/// Assigns a coach to at most 100 clients, to all of them or to none. For administrators.
///
/// 409 lists every client that does not exist (`unknown-reference`) or to whom the coach is already assigned without an
/// end (`already-assigned`).
#[utoipa::path(
    tag = "assignments",
    operation_id = "createAssignments",
    extensions(("x-problems" = json!(["already-assigned", "not-a-coach", "unknown-reference"]))),
    params(IdempotencyHeader),
    request_body = CreateAssignments,
    responses(
        (status = 201, description = "Created, in request order.", body = AssignmentsView,
            headers(("Location" = String, description = "The address of the coach's assignments."))),
    ),
)]
#[post("/v1/assignments/batch")]
pub(super) async fn create_assignments(
    ports: Data<Ports>,
    caller: Bearer,
    body: ValidJson<CreateAssignments>,
) -> Result<HttpResponse, Problem> {
    let new = NewAssignments::from(body.0);
    let location = format!("/v1/assignments?coachId={}", new.each.coach_id);
    let made = assignments::create_all(&ports, &caller.0, new).await?;
    Ok(HttpResponse::Created().insert_header((LOCATION, location)).json(AssignmentsView::from(made)))
}
