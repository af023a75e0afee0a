use super::dto::DeleteMe;
use crate::auth::{Bearer, Throttle};
use crate::client_address::ClientAddress;
use crate::extract::ValidJson;
use crate::problem::Problem;
use crate::response::NoContent;
use actix_web::post;
use actix_web::web::Data;
use domain::attempts::AttemptKind;
use domain::{Ports, accounts};

/// Deletes your own account, if you are a member of no organisation. It cannot be undone.
///
/// A POST, because it needs your password.
#[utoipa::path(
    tag = "me",
    operation_id = "deleteMe",
    extensions(("x-problems" = json!(["account-in-use"]))),
    request_body = DeleteMe,
    responses(NoContent),
)]
#[post("/v1/me/deletions")]
pub(super) async fn delete_me(
    ports: Data<Ports>,
    throttle: Data<Throttle>,
    caller: Bearer,
    from: ClientAddress,
    body: ValidJson<DeleteMe>,
) -> Result<NoContent, Problem> {
    let password = body.0.password()?;
    let attempt = throttle.admit(AttemptKind::OwnPassword(caller.0.user), from).await?;
    attempt.settle(accounts::delete(&ports, &caller.0, &password).await).await?;
    Ok(NoContent)
}
