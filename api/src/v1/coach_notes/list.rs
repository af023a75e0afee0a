use super::dto::CoachNoteView;
use crate::auth::Bearer;
use crate::extract::{Id, PageQuery, Paging};
use crate::problem::Problem;
use crate::response::List;
use actix_web::get;
use actix_web::web::Data;
use domain::{ClientId, Ports, coach_notes};

/// Lists your own notes about a client. Notes of other coaches are not shown.
#[utoipa::path(
    tag = "coach-notes",
    operation_id = "listCoachNotes",
    params(PageQuery),
    responses(List<CoachNoteView>),
)]
#[get("/v1/clients/{clientId}/coach-notes")]
pub(super) async fn list_coach_notes(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ClientId>,
    paging: Paging,
) -> Result<List<CoachNoteView>, Problem> {
    let page = coach_notes::list(&ports, &caller.0, id.0, paging.request).await?;
    Ok(List::of(page, &paging.next))
}
