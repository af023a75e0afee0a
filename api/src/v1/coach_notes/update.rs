use super::dto::{CoachNoteView, UpdateCoachNote};
use crate::auth::Bearer;
use crate::extract::{Id, IfMatch, ValidJson};
use crate::problem::Problem;
use crate::response::Resource;
use actix_web::patch;
use actix_web::web::Data;
use domain::{CoachNoteId, Ports, coach_notes};

/// Changes a note of your own.
#[utoipa::path(
    tag = "coach-notes",
    operation_id = "updateCoachNote",
    extensions(("x-problems" = json!(["full"]))),
    params(IfMatch),
    request_body(content = UpdateCoachNote, content_type = "application/merge-patch+json"),
    responses(Resource<CoachNoteView>),
)]
#[patch("/v1/coach-notes/{coachNoteId}")]
pub(super) async fn update_coach_note(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<CoachNoteId>,
    seen: IfMatch,
    body: ValidJson<UpdateCoachNote>,
) -> Result<Resource<CoachNoteView>, Problem> {
    Ok(Resource(coach_notes::update(&ports, &caller.0, id.0, &seen.0, body.0.into()).await?.into()))
}
