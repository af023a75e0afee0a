use super::dto::PlacedPersonView;
use crate::auth::Bearer;
use crate::extract::Id;
use crate::problem::Problem;
use crate::response::Resource;
use actix_web::get;
use actix_web::web::Data;
use domain::{Ports, SupporterId, supporters};

/// Shows a supporter.
#[utoipa::path(
    tag = "supporters",
    operation_id = "showSupporter",
    responses(Resource<PlacedPersonView>),
)]
#[get("/v1/supporters/{supporterId}")]
pub(super) async fn show_supporter(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<SupporterId>,
) -> Result<Resource<PlacedPersonView>, Problem> {
    Ok(Resource(supporters::show(&ports, &caller.0, id.0).await?.into()))
}
