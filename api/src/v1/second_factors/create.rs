use super::dto::{AddSecondFactor, AddedSecondFactorView};
use crate::auth::Bearer;
use crate::extract::ValidJson;
use crate::problem::Problem;
use actix_web::http::StatusCode;
use actix_web::post;
use actix_web::web::{Data, Json};
use domain::{Ports, second_factors};

/// Adds an authenticator app. It counts once you confirm it with a first code; until then, adding another one replaces it.
///
/// The response holds the secret for the app and is not stored, so `Idempotency-Key` has no effect.
#[utoipa::path(
    tag = "second-factors",
    operation_id = "addSecondFactor",
    extensions(("x-problems" = json!(["too-many-second-factors"]))),
    request_body = AddSecondFactor,
    responses((status = 201, description = "Added; confirm it next.", body = AddedSecondFactorView)),
)]
#[post("/v1/me/second-factors")]
pub(super) async fn add_second_factor(
    ports: Data<Ports>,
    caller: Bearer,
    body: ValidJson<AddSecondFactor>,
) -> Result<(Json<AddedSecondFactorView>, StatusCode), Problem> {
    let added = second_factors::add(&ports, &caller.0, body.0.name).await?;
    Ok((Json(added.into()), StatusCode::CREATED))
}
