use super::dto::{CreateReflection, ReflectionView};
use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::{Id, ValidJson};
use crate::problem::Problem;
use crate::response::Created;
use actix_web::post;
use actix_web::web::Data;
use domain::{MapId, Ports, reflections};

/// Creates a reflection on a map, in the client's own words. A coach can read it but not write it.
#[utoipa::path(
    tag = "reflections",
    operation_id = "createReflection",
    extensions(("x-problems" = json!(["unknown-reference", "map-full", "full"]))),
    params(IdempotencyHeader),
    request_body = CreateReflection,
    responses(Created<ReflectionView>),
)]
#[post("/v1/maps/{mapId}/reflections")]
pub(super) async fn create_reflection(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<MapId>,
    body: ValidJson<CreateReflection>,
) -> Result<Created<ReflectionView>, Problem> {
    let reflection = reflections::create(&ports, &caller.0, id.0, body.0.into()).await?;
    Ok(Created::at(format!("/v1/reflections/{}", reflection.id), reflection.into()))
}
