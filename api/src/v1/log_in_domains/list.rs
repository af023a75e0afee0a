use super::dto::LogInDomainView;
use crate::auth::Bearer;
use crate::extract::{PageQuery, Paging};
use crate::problem::Problem;
use crate::response::List;
use actix_web::get;
use actix_web::web::Data;
use domain::{Ports, log_in_domains};

/// Lists the domains of the organisation. For administrators.
#[utoipa::path(
    tag = "identity-providers",
    operation_id = "listLogInDomains",
    params(PageQuery),
    responses(List<LogInDomainView>),
)]
#[get("/v1/log-in-domains")]
pub(super) async fn list_log_in_domains(
    ports: Data<Ports>,
    caller: Bearer,
    paging: Paging,
) -> Result<List<LogInDomainView>, Problem> {
    let page = log_in_domains::list(&ports, &caller.0, paging.request).await?;
    Ok(List::of(page, &paging.next))
}
