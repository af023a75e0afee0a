use crate::auth::Bearer;
use crate::extract::Id;
use crate::problem::Problem;
use crate::response::NoContent;
use actix_web::delete;
use actix_web::web::Data;
use domain::{LogInDomainId, Ports, log_in_domains};

/// Gives a domain up. Identities that it helped to link stay. For administrators. No `If-Match`: it has no version.
#[utoipa::path(tag = "identity-providers", operation_id = "deleteLogInDomain", responses(NoContent))]
#[delete("/v1/log-in-domains/{logInDomainId}")]
pub(super) async fn delete_log_in_domain(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<LogInDomainId>,
) -> Result<NoContent, Problem> {
    log_in_domains::delete(&ports, &caller.0, id.0).await?;
    Ok(NoContent)
}
