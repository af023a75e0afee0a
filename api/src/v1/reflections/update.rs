use super::dto::{ReflectionView, UpdateReflection};
use crate::auth::Bearer;
use crate::extract::{Id, IfMatch, ValidJson};
use crate::problem::Problem;
use crate::response::Resource;
use actix_web::patch;
use actix_web::web::Data;
use domain::{Ports, ReflectionId, reflections};

/// Changes a reflection; only the client can.
#[utoipa::path(
    tag = "reflections",
    operation_id = "updateReflection",
    extensions(("x-problems" = json!(["full"]))),
    params(IfMatch),
    request_body(content = UpdateReflection, content_type = "application/merge-patch+json"),
    responses(Resource<ReflectionView>),
)]
#[patch("/v1/reflections/{reflectionId}")]
pub(super) async fn update_reflection(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ReflectionId>,
    seen: IfMatch,
    body: ValidJson<UpdateReflection>,
) -> Result<Resource<ReflectionView>, Problem> {
    Ok(Resource(reflections::update(&ports, &caller.0, id.0, &seen.0, body.0.into()).await?.into()))
}
