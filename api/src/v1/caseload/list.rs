use super::dto::CaseloadEntryView;
use crate::auth::Bearer;
use crate::extract::{PageQuery, Paging};
use crate::openapi::ReadErrors;
use crate::problem::Problem;
use crate::respond::List;
use actix_web::get;
use actix_web::web::Data;
use domain::{Ports, caseload};

/// Lists your caseload: every client assigned to you as a coach, with what is open and why to look.
///
/// Maps the client keeps private count nowhere: not their cards, dates, agreements or needs. Days are compared with
/// today in the organisation's time zone. The order is that of the clients' ids; sort and filter by `attention` what you show.
#[utoipa::path(
    tag = "caseload",
    operation_id = "listCaseload",
    params(PageQuery),
    responses((status = 200, description = "A page.", body = List<CaseloadEntryView>), ReadErrors),
)]
#[get("/v1/caseload")]
pub(super) async fn list_caseload(
    ports: Data<Ports>,
    caller: Bearer,
    paging: Paging,
) -> Result<List<CaseloadEntryView>, Problem> {
    let page = caseload::list(&ports, &caller.0, paging.request).await?;
    Ok(List::of(page, &paging))
}
