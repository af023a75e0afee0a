use super::dto::{FindLogInMethods, LogInMethodsView};
use crate::extract::ValidJson;
use crate::problem::Problem;
use actix_web::post;
use actix_web::web::{Data, Json};
use domain::{Ports, provider_log_ins};

/// Finds how a user can log in, by the domain of their email address.
///
/// The response is the same for known and unknown addresses. Of a domain that several organisations have proven, it has the
/// providers of each.
#[utoipa::path(
    tag = "sessions",
    operation_id = "findLogInMethods",
    request_body = FindLogInMethods,
    responses((status = 200, description = "The ways to log in.", body = LogInMethodsView)),
    security(()),
)]
#[post("/v1/log-in-methods")]
pub(super) async fn find_log_in_methods(
    ports: Data<Ports>,
    body: ValidJson<FindLogInMethods>,
) -> Result<Json<LogInMethodsView>, Problem> {
    Ok(Json(provider_log_ins::methods(&ports, &body.0.email).await?.into()))
}
