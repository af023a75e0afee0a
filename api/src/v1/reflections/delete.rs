use crate::auth::Bearer;
use crate::extract::{Id, IfMatch};
use crate::problem::Problem;
use crate::response::NoContent;
use actix_web::delete;
use actix_web::web::Data;
use domain::{Ports, ReflectionId, reflections};

/// Removes a reflection; only the client can.
#[utoipa::path(tag = "reflections", operation_id = "deleteReflection", params(IfMatch), responses(NoContent))]
#[delete("/v1/reflections/{reflectionId}")]
pub(super) async fn delete_reflection(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ReflectionId>,
    seen: IfMatch,
) -> Result<NoContent, Problem> {
    reflections::delete(&ports, &caller.0, id.0, &seen.0).await?;
    Ok(NoContent)
}
