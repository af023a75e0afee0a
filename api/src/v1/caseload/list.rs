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
    /// The order; by id by default. `attention`: most urgent first. `reviewOn`: earliest review first. `updatedAt`: the
    /// map unchanged for longest first. A leading `-` reverses the order. Clients without a review or map come last in
    /// either direction.
    #[param(value_type = Option<schema::CaseloadSort>, inline, example = "attention")]
    sort: Option<Sort>,
    /// Only clients who need attention for one of these reasons. Repeatable.
    #[serde(default)]
    #[param(value_type = Option<Vec<schema::Attention>>, inline)]
    attention: Vec<Attention>,
}

impl From<CaseloadParameters> for CaseloadQuery {
    fn from(parameters: CaseloadParameters) -> Self {
        Self { sort: parameters.sort, attention: parameters.attention }
    }
}

/// Lists your caseload: every client assigned to you as a coach, with what is open and why the client may need
/// attention.
///
/// Private maps are left out, with their cards, dates, agreements and needs. Days are compared with today in the
/// organisation's time zone. `facets` counts the whole caseload, regardless of page and filter. Each page reads the
/// caseload again: unless the order is by id, a client whose place changes in between may be missing or appear twice.
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
