use super::dto::{RecoveryCodesLeftView, RecoveryCodesView};
use crate::auth::Bearer;
use crate::problem::Problem;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Json};
use actix_web::{get, post};
use domain::{Ports, second_factors};

/// Tells how many of your recovery codes are left.
#[utoipa::path(
    tag = "second-factors",
    operation_id = "countRecoveryCodes",
    responses((status = 200, description = "The number.", body = RecoveryCodesLeftView)),
)]
#[get("/v1/me/recovery-codes")]
pub(super) async fn count_recovery_codes(
    ports: Data<Ports>,
    caller: Bearer,
) -> Result<Json<RecoveryCodesLeftView>, Problem> {
    let left = second_factors::recovery_codes_left(&ports, &caller.0).await?;
    Ok(Json(RecoveryCodesLeftView { left }))
}

/// Replaces all your recovery codes by ten new ones, shown only here. Each replaces a code of your app once.
#[utoipa::path(
    tag = "second-factors",
    operation_id = "replaceRecoveryCodes",
    extensions(("x-problems" = json!(["no-second-factor"]))),
    responses((status = 201, description = "The new codes.", body = RecoveryCodesView)),
)]
#[post("/v1/me/recovery-codes")]
pub(super) async fn replace_recovery_codes(
    ports: Data<Ports>,
    caller: Bearer,
) -> Result<(Json<RecoveryCodesView>, StatusCode), Problem> {
    let codes = second_factors::replace_recovery_codes(&ports, &caller.0).await?;
    Ok((Json(codes.into()), StatusCode::CREATED))
}
