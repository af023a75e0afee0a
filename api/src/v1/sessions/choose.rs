use super::dto::{ChooseOrganisation, SessionView};
use crate::auth::Bearer;
use crate::extract::ValidJson;
use crate::problem::Problem;
use actix_web::put;
use actix_web::web::{Data, Json};
use domain::{Ports, sessions};

/// Chooses the organisation of this session. No `If-Match`: a session has no version.
#[utoipa::path(
    tag = "sessions",
    operation_id = "chooseOrganisation",
    extensions(("x-problems" = json!(["not-found"]))),
    request_body = ChooseOrganisation,
    responses((status = 200, description = "The session.", body = SessionView)),
)]
#[put("/v1/sessions/current/organisation")]
pub(super) async fn choose_organisation(
    ports: Data<Ports>,
    caller: Bearer,
    body: ValidJson<ChooseOrganisation>,
) -> Result<Json<SessionView>, Problem> {
    let session = sessions::choose_organisation(&ports, &caller.0, body.0.organisation_id.into()).await?;
    Ok(Json(SessionView::of(session, caller.0.session)))
}
