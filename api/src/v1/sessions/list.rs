use super::dto::SessionView;
use crate::auth::Bearer;
use crate::extract::{PageQuery, Paging};
use crate::problem::Problem;
use crate::response::List;
use actix_web::get;
use actix_web::web::Data;
use domain::{Ports, sessions};

/// Lists your own sessions that have not ended.
#[utoipa::path(
    tag = "sessions",
    operation_id = "listSessions",
    params(PageQuery),
    responses(List<SessionView>),
)]
#[get("/v1/sessions")]
pub(super) async fn list_sessions(
    ports: Data<Ports>,
    caller: Bearer,
    paging: Paging,
) -> Result<List<SessionView>, Problem> {
    let page = sessions::list(&ports, &caller.0, paging.request).await?;
    let current = caller.0.session;
    Ok(List::of(page.map(|session| SessionView::of(session, current)), &paging.next))
}
