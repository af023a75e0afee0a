use super::dto::CaseloadView;
use crate::auth::Bearer;
use crate::extract::{PageQuery, Paging};
use crate::openapi::ReadErrors;
use crate::problem::Problem;
use crate::schema;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest, dev::Payload, get};
use domain::caseload::CaseloadQuery;
use domain::{FieldCode, Ports, caseload};
use std::future::{Ready, ready};
use utoipa::IntoParams;

/// Which clients, in which order.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Query)]
struct CaseloadParameters {
    /// The order; by id if left out. `attention`: most urgent first. `reviewOn`: the first day to look again first. `updatedAt`: the map
    /// that was left alone longest first. A leading `-` reverses. Clients without such a day or map come last in either direction.
    #[param(inline, value_type = Option<schema::CaseloadSort>, example = "attention")]
    #[expect(dead_code, reason = "read by Wanted; here for the documentation")]
    sort: Option<String>,
    /// Only clients who need attention for one of these reasons; repeat it for several.
    #[param(value_type = Option<Vec<schema::Attention>>)]
    #[expect(dead_code, reason = "read by Wanted; here for the documentation")]
    attention: Option<Vec<String>>,
}

/// The page and the clients that the query names.
pub(super) struct Wanted {
    paging: Paging,
    query: CaseloadQuery,
}

impl FromRequest for Wanted {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let mut query = CaseloadQuery::default();
        let paging = Paging::with(request, &["attention"], |name, value| match name {
            "sort" => Some(value.parse().map(|sort| query.sort = Some(sort)).map_err(|_| FieldCode::Enum)),
            "attention" => Some(value.parse().map(|reason| query.attention.push(reason)).map_err(|_| FieldCode::Enum)),
            _ => None,
        });
        ready(paging.map(|paging| Self { paging, query }))
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
    responses((status = 200, description = "A page.", body = CaseloadView), ReadErrors),
)]
#[get("/v1/caseload")]
pub(super) async fn list_caseload(ports: Data<Ports>, caller: Bearer, wanted: Wanted) -> Result<CaseloadView, Problem> {
    let found = caseload::list(&ports, &caller.0, &wanted.query, wanted.paging.request).await?;
    Ok(CaseloadView::of(found, &wanted.paging))
}
