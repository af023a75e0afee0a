use super::dto::LogInDomainView;
use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::Id;
use crate::problem::Problem;
use actix_web::post;
use actix_web::web::{Data, Json};
use domain::{LogInDomainId, Ports, log_in_domains};

/// Looks for the record of a domain in DNS. For administrators.
///
/// Without the record: 409 `domain-not-proven`, and the domain is not proven any more.
#[utoipa::path(
    tag = "identity-providers",
    operation_id = "verifyLogInDomain",
    extensions(("x-problems" = json!(["domain-not-proven"]))),
    params(IdempotencyHeader),
    responses((status = 200, description = "The proven domain.", body = LogInDomainView)),
)]
#[post("/v1/log-in-domains/{logInDomainId}/verifications")]
pub(super) async fn verify_log_in_domain(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<LogInDomainId>,
) -> Result<Json<LogInDomainView>, Problem> {
    Ok(Json(log_in_domains::verify(&ports, &caller.0, id.0).await?.into()))
}
