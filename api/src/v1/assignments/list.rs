use super::dto::AssignmentView;
use crate::auth::Bearer;
use crate::extract::{Id, PageQuery, Paging};
use crate::problem::Problem;
use crate::response::List;
use actix_web::get;
use actix_web::web::Data;
use domain::{ClientId, Ports, assignments};

/// Lists the assignments of a client, including ended ones: who was assigned, by whom and on what basis. For
/// administrators and the client.
#[utoipa::path(
    tag = "assignments",
    operation_id = "listAssignments",
    params(PageQuery),
    responses(List<AssignmentView>),
)]
#[get("/v1/clients/{clientId}/assignments")]
pub(super) async fn list_assignments(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ClientId>,
    paging: Paging,
) -> Result<List<AssignmentView>, Problem> {
    let page = assignments::list(&ports, &caller.0, id.0, paging.request).await?;
    Ok(List::of(page, &paging.next))
}
