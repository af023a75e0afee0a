use crate::auth::Bearer;
use crate::extract::{Id, IfMatch};
use crate::problem::Problem;
use crate::response::NoContent;
use actix_web::delete;
use actix_web::web::Data;
use domain::{CoachNoteId, Ports, coach_notes};

/// Removes a note of your own.
#[utoipa::path(tag = "coach-notes", operation_id = "deleteCoachNote", params(IfMatch), responses(NoContent))]
#[delete("/v1/coach-notes/{coachNoteId}")]
pub(super) async fn delete_coach_note(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<CoachNoteId>,
    seen: IfMatch,
) -> Result<NoContent, Problem> {
    coach_notes::delete(&ports, &caller.0, id.0, &seen.0).await?;
    Ok(NoContent)
}
