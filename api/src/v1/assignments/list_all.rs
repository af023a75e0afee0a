use super::dto::AssignmentView;
use crate::auth::Bearer;
use crate::extract::{PageQuery, Paging};
use crate::problem::Problem;
use crate::response::List;
use actix_web::get;
use actix_web::web::Data;
use domain::{Ports, UserId, assignments};
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

/// Which assignments.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query, rename_all = "camelCase")]
#[serde(rename_all = "camelCase")]
pub(super) struct AssignmentsQuery {
    /// Only those of this coach, by the `userId` of a member.
    coach_id: Option<Uuid>,
}

/// Lists the assignments of the organisation or of one coach, including ended ones. For administrators.
#[utoipa::path(
    tag = "assignments",
    operation_id = "listAllAssignments",
    params(PageQuery, AssignmentsQuery),
    responses(List<AssignmentView>),
)]
#[get("/v1/assignments")]
pub(super) async fn list_all_assignments(
    ports: Data<Ports>,
    caller: Bearer,
    paging: Paging<AssignmentsQuery>,
) -> Result<List<AssignmentView>, Problem> {
    let page = assignments::list_all(&ports, &caller.0, paging.query.coach_id.map(UserId), paging.request).await?;
    Ok(List::of(page, &paging.next))
}
