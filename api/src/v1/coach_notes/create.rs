use super::dto::{CoachNoteView, CreateCoachNote};
use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::{Id, ValidJson};
use crate::problem::Problem;
use crate::response::Created;
use actix_web::post;
use actix_web::web::Data;
use domain::{ClientId, Ports, coach_notes};

/// Creates a note about a client. Only you see it, and only while you are assigned to the client.
#[utoipa::path(
    tag = "coach-notes",
    operation_id = "createCoachNote",
    extensions(("x-problems" = json!(["full"]))),
    params(IdempotencyHeader),
    request_body = CreateCoachNote,
    responses(Created<CoachNoteView>),
)]
#[post("/v1/clients/{clientId}/coach-notes")]
pub(super) async fn create_coach_note(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ClientId>,
    body: ValidJson<CreateCoachNote>,
) -> Result<Created<CoachNoteView>, Problem> {
    let note = coach_notes::create(&ports, &caller.0, id.0, body.0.into()).await?;
    Ok(Created::at(format!("/v1/coach-notes/{}", note.id), note.into()))
}
