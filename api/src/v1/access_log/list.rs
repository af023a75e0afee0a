use super::dto::LogLineView;
use crate::auth::Bearer;
use crate::extract::{Id, PageQuery, Paging};
use crate::locale;
use crate::problem::Problem;
use crate::response::{List, Localized};
use actix_web::web::Data;
use actix_web::{HttpRequest, get};
use domain::{ClientId, Ports, access_log};

/// Lists who read or changed your data, newest first, with a sentence for each line. For the client only.
///
/// There is a line for everything that was read, searched, changed, exported or printed, and for what was refused. Reading this
/// list adds a line too. A user's name is the present one; a removed account has none.
#[utoipa::path(
    tag = "access-log",
    operation_id = "listAccessLog",
    params(PageQuery),
    responses(Localized<List<LogLineView>>),
)]
#[get("/v1/clients/{clientId}/access-log")]
pub(super) async fn list_access_log(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ClientId>,
    paging: Paging,
    request: HttpRequest,
) -> Result<Localized<List<LogLineView>>, Problem> {
    let language = locale::language(&request);
    let page = access_log::list_of_client(&ports, &caller.0, id.0, paging.request).await?;
    let lines = page.map(|line| LogLineView::new(line, caller.0.user, language));
    Ok(Localized(language, List::of(lines, &paging.next)))
}
