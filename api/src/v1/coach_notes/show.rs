use super::dto::CoachNoteView;
use crate::auth::Bearer;
use crate::extract::Id;
use crate::problem::Problem;
use crate::response::Resource;
use actix_web::get;
use actix_web::web::Data;
use domain::{CoachNoteId, Ports, coach_notes};

/// Shows a note of your own.
#[utoipa::path(
    tag = "coach-notes",
    operation_id = "showCoachNote",
    responses(Resource<CoachNoteView>),
)]
#[get("/v1/coach-notes/{coachNoteId}")]
pub(super) async fn show_coach_note(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<CoachNoteId>,
) -> Result<Resource<CoachNoteView>, Problem> {
    Ok(Resource(coach_notes::show(&ports, &caller.0, id.0).await?.into()))
}
