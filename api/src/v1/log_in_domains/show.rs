use super::dto::LogInDomainView;
use crate::auth::Bearer;
use crate::extract::Id;
use crate::problem::Problem;
use crate::response::Resource;
use actix_web::get;
use actix_web::web::Data;
use domain::{LogInDomainId, Ports, log_in_domains};

/// Shows a domain with the record that proves it. For administrators.
#[utoipa::path(tag = "identity-providers", operation_id = "showLogInDomain", responses(Resource<LogInDomainView>))]
#[get("/v1/log-in-domains/{logInDomainId}")]
pub(super) async fn show_log_in_domain(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<LogInDomainId>,
) -> Result<Resource<LogInDomainView>, Problem> {
    Ok(Resource(log_in_domains::show(&ports, &caller.0, id.0).await?.into()))
}
