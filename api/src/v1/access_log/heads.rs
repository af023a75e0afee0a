use super::dto::SignedHeadView;
use crate::auth::Bearer;
use crate::extract::{PageQuery, Paging};
use crate::problem::Problem;
use crate::response::List;
use actix_web::get;
use actix_web::web::Data;
use domain::{Ports, access_log};

/// Lists the signed heads over the organisation's access log, newest first. For administrators.
///
/// An organisation that keeps the `note` of each head can hand them to `omringd log verify --anchors` later, which finds every event
/// that was changed, added or removed since.
#[utoipa::path(
    tag = "access-log",
    operation_id = "listAccessLogHeads",
    params(PageQuery),
    responses(List<SignedHeadView>),
)]
#[get("/v1/audit-events/heads")]
pub(super) async fn list_access_log_heads(
    ports: Data<Ports>,
    caller: Bearer,
    paging: Paging,
) -> Result<List<SignedHeadView>, Problem> {
    let Paging { request, next, .. } = paging;
    let page = access_log::list_heads(&ports, &caller.0, request).await?;
    Ok(List::of(page, &next))
}
