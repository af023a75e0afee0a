use super::dto::ErasureView;
use crate::auth::Bearer;
use crate::extract::{PageQuery, Paging};
use crate::problem::Problem;
use crate::response::List;
use actix_web::get;
use actix_web::web::Data;
use domain::{Ports, erasures};

/// Lists the receipts of erasures. For administrators.
#[utoipa::path(
    tag = "erasures",
    operation_id = "listErasures",
    params(PageQuery),
    responses(List<ErasureView>),
)]
#[get("/v1/erasures")]
pub(super) async fn list_erasures(
    ports: Data<Ports>,
    caller: Bearer,
    paging: Paging,
) -> Result<List<ErasureView>, Problem> {
    let page = erasures::list(&ports, &caller.0, paging.request).await?;
    Ok(List::of(page, &paging.next))
}
