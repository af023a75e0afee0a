use super::dto::ReflectionView;
use crate::auth::Bearer;
use crate::extract::Id;
use crate::problem::Problem;
use crate::response::Resource;
use actix_web::get;
use actix_web::web::Data;
use domain::{Ports, ReflectionId, reflections};

/// Shows a reflection.
#[utoipa::path(
    tag = "reflections",
    operation_id = "showReflection",
    responses(Resource<ReflectionView>),
)]
#[get("/v1/reflections/{reflectionId}")]
pub(super) async fn show_reflection(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ReflectionId>,
) -> Result<Resource<ReflectionView>, Problem> {
    Ok(Resource(reflections::show(&ports, &caller.0, id.0).await?.into()))
}
