use crate::auth::Bearer;
use crate::extract::Id;
use crate::problem::Problem;
use crate::refresh_cookie;
use crate::response::NoContent;
use actix_web::web::Data;
use actix_web::{HttpRequest, Responder, delete};
use domain::{Ports, SessionId, sessions};

/// Logs out: ends the session of this request immediately, and removes its cookie.
#[utoipa::path(tag = "sessions", operation_id = "logOut", responses(NoContent))]
#[delete("/v1/sessions/current")]
pub(super) async fn log_out(
    ports: Data<Ports>,
    caller: Bearer,
    request: HttpRequest,
) -> Result<impl Responder, Problem> {
    sessions::end_current(&ports, &caller.0).await?;
    let response = NoContent.customize();
    let has_cookie = refresh_cookie::given(&request).is_some();
    Ok(if has_cookie { response.insert_header(refresh_cookie::removed()) } else { response })
}

/// Ends one of your own sessions immediately. No `If-Match`: a session has no version.
#[utoipa::path(tag = "sessions", operation_id = "endSession", responses(NoContent))]
#[delete("/v1/sessions/{sessionId}")]
pub(super) async fn end_session(ports: Data<Ports>, caller: Bearer, id: Id<SessionId>) -> Result<NoContent, Problem> {
    sessions::end(&ports, &caller.0, id.0).await?;
    Ok(NoContent)
}
