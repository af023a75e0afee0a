use super::dto::RestrictionView;
use crate::auth::Bearer;
use crate::extract::Id;
use crate::problem::Problem;
use crate::response::Resource;
use actix_web::get;
use actix_web::web::Data;
use domain::{Ports, RestrictionId, restrictions};

/// Shows a restriction. For the client, their coaches and administrators.
#[utoipa::path(
    tag = "restrictions",
    operation_id = "showRestriction",
    responses(Resource<RestrictionView>),
)]
#[get("/v1/restrictions/{restrictionId}")]
pub(super) async fn show_restriction(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<RestrictionId>,
) -> Result<Resource<RestrictionView>, Problem> {
    Ok(Resource(restrictions::show(&ports, &caller.0, id.0).await?.into()))
}
