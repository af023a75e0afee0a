use super::dto::CurrentSessionView;
use crate::auth::Bearer;
use crate::problem::Problem;
use crate::response::Digested;
use actix_web::get;
use actix_web::web::Data;
use domain::{Ports, sessions};

/// Shows the user of this session: what a front end needs at its start.
#[utoipa::path(
    tag = "sessions",
    operation_id = "showCurrentSession",
    responses(Digested<CurrentSessionView>),
)]
#[get("/v1/sessions/current")]
pub(super) async fn show_current_session(
    ports: Data<Ports>,
    caller: Bearer,
) -> Result<Digested<CurrentSessionView>, Problem> {
    let (session, profile) = sessions::current(&ports, &caller.0).await?;
    Ok(Digested(CurrentSessionView::new(session, profile)))
}
