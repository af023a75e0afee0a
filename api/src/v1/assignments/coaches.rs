use super::dto::CoachView;
use crate::auth::Bearer;
use crate::extract::{Id, PageQuery, Paging};
use crate::problem::Problem;
use crate::response::List;
use actix_web::get;
use actix_web::web::Data;
use domain::{ClientId, Ports, assignments};

/// Lists the coaches who work with a client now. For the client and for those coaches.
///
/// A coach is listed once per assignment. `listAssignments` also lists ended assignments.
#[utoipa::path(
    tag = "assignments",
    operation_id = "listCoaches",
    params(PageQuery),
    responses(List<CoachView>),
)]
#[get("/v1/clients/{clientId}/coaches")]
pub(super) async fn list_coaches(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ClientId>,
    paging: Paging,
) -> Result<List<CoachView>, Problem> {
    let page = assignments::current(&ports, &caller.0, id.0, paging.request).await?;
    Ok(List::of(page, &paging.next))
}
