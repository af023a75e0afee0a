use super::dto::{CreateLogInDomain, LogInDomainView};
use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::ValidJson;
use crate::problem::Problem;
use crate::response::Created;
use actix_web::post;
use actix_web::web::Data;
use domain::{Ports, log_in_domains};

/// Claims a domain of email addresses. For administrators; at most 20.
///
/// Publish the record of the response in DNS, then prove the domain. Other organisations may prove the same domain.
#[utoipa::path(
    tag = "identity-providers",
    operation_id = "createLogInDomain",
    extensions(("x-problems" = json!(["domain-taken", "too-many-log-in-domains"]))),
    params(IdempotencyHeader),
    request_body = CreateLogInDomain,
    responses(Created<LogInDomainView>),
)]
#[post("/v1/log-in-domains")]
pub(super) async fn create_log_in_domain(
    ports: Data<Ports>,
    caller: Bearer,
    body: ValidJson<CreateLogInDomain>,
) -> Result<Created<LogInDomainView>, Problem> {
    let domain = log_in_domains::create(&ports, &caller.0, body.0.try_into()?).await?;
    Ok(Created::at(format!("/v1/log-in-domains/{}", domain.id), domain.into()))
}
