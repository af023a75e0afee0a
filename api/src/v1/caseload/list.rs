use super::dto::CaseloadView;
use crate::auth::Bearer;
use crate::extract::{PageQuery, Paging};
use crate::problem::Problem;
use crate::schema;
use actix_web::get;
use actix_web::web::Data;
use domain::caseload::{Attention, CaseloadQuery, Sort};
use domain::{Ports, caseload};
use serde::Deserialize;
use utoipa::IntoParams;

/// Which clients, in which order.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct CaseloadParameters {
    /// The order; by id if left out. `attention`: most urgent first. `reviewOn`: the first day to look again first. `updatedAt`: the map
    /// that was left alone longest first. A leading `-` reverses. Clients without such a day or map come last in either direction.
    #[param(value_type = Option<schema::CaseloadSort>, inline, example = "attention")]
    sort: Option<Sort>,
    /// Only clients who need attention for one of these reasons; repeat it for several.
    #[serde(default)]
    #[param(value_type = Option<Vec<schema::Attention>>, inline)]
    attention: Vec<Attention>,
}

impl From<CaseloadParameters> for CaseloadQuery {
    fn from(parameters: CaseloadParameters) -> Self {
        Self { sort: parameters.sort, attention: parameters.attention }
    }
}

/// Lists your caseload: every client assigned to you as a coach, with what is open and why to look.
///
/// Maps the client keeps private count nowhere: not their cards, dates, agreements or needs. Days are compared with
/// today in the organisation's time zone. `facets` counts over the whole caseload, whatever the page and the filter show. The
/// caseload is read anew for each page: a client whose place changes meanwhile may be missed or come twice, but not in the order of
/// ids.
#[utoipa::path(
    tag = "caseload",
    operation_id = "listCaseload",
    params(PageQuery, CaseloadParameters),
    responses((status = 200, description = "A page.", body = CaseloadView)),
)]
#[get("/v1/caseload")]
pub(super) async fn list_caseload(
    ports: Data<Ports>,
    caller: Bearer,
    paging: Paging<CaseloadParameters>,
) -> Result<CaseloadView, Problem> {
    let Paging { request, query, next } = paging;
    let found = caseload::list(&ports, &caller.0, &query.into(), request).await?;
    Ok(CaseloadView::of(found, &next))
}
