use crate::auth::Bearer;
use crate::extract::Id;
use crate::problem::Problem;
use crate::response::NoContent;
use actix_web::delete;
use actix_web::web::Data;
use domain::{Ports, SecondFactorId, second_factors};

/// Removes one of your second factors; with the last one, also your recovery codes. No `If-Match`: it has no version.
#[utoipa::path(tag = "second-factors", operation_id = "removeSecondFactor", responses(NoContent))]
#[delete("/v1/me/second-factors/{secondFactorId}")]
pub(super) async fn remove_second_factor(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<SecondFactorId>,
) -> Result<NoContent, Problem> {
    second_factors::remove(&ports, &caller.0, id.0).await?;
    Ok(NoContent)
}
