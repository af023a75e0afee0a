use super::dto::{AddPasskey, AddedPasskeyView};
use crate::auth::Bearer;
use crate::extract::ValidJson;
use crate::problem::Problem;
use actix_web::http::StatusCode;
use actix_web::post;
use actix_web::web::{Data, Json};
use domain::{Ports, passkeys};

/// Adds a passkey to your second factors, where you also find and remove it.
///
/// This session then has a second factor; your other sessions wait for one. With your first second factor you get recovery
/// codes: keep them, they are shown only here, so `Idempotency-Key` has no effect. An answer that is late, used before or not
/// valid is refused as `wrong-passkey`.
#[utoipa::path(
    tag = "passkeys",
    operation_id = "addPasskey",
    extensions(("x-problems" = json!(["passkeys-off", "too-many-second-factors"]))),
    request_body = AddPasskey,
    responses((status = 201, description = "Added.", body = AddedPasskeyView)),
)]
#[post("/v1/me/passkeys")]
pub(super) async fn add_passkey(
    ports: Data<Ports>,
    caller: Bearer,
    body: ValidJson<AddPasskey>,
) -> Result<(Json<AddedPasskeyView>, StatusCode), Problem> {
    let (name, answer) = body.0.parts()?;
    let added = passkeys::add(&ports, &caller.0, name, &answer).await?;
    Ok((Json(added.into()), StatusCode::CREATED))
}
