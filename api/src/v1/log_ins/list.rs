use super::dto::LogInView;
use crate::auth::Bearer;
use crate::extract::{Id, PageQuery, Paging};
use crate::problem::Problem;
use crate::response::List;
use actix_web::get;
use actix_web::web::Data;
use domain::{ClientId, Ports, log_ins};

/// Lists the log-ins of a client, including ended ones. For the client and for administrators.
///
/// If the client had a log-in before, a new one has no access to private data until it is confirmed, and sees no email
/// addresses here.
#[utoipa::path(
    tag = "log-ins",
    operation_id = "listLogIns",
    params(PageQuery),
    responses(List<LogInView>),
)]
#[get("/v1/clients/{clientId}/logins")]
pub(super) async fn list_log_ins(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ClientId>,
    paging: Paging,
) -> Result<List<LogInView>, Problem> {
    let page = log_ins::list(&ports, &caller.0, id.0, paging.request).await?;
    Ok(List::of(page, &paging.next))
}
