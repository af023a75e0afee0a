use super::dto::TieView;
use crate::auth::Bearer;
use crate::extract::Id;
use crate::problem::Problem;
use crate::response::Resource;
use actix_web::get;
use actix_web::web::Data;
use domain::{Ports, TieId, ties};

/// Shows a tie.
#[utoipa::path(
    tag = "ties",
    operation_id = "showTie",
    responses(Resource<TieView>),
)]
#[get("/v1/ties/{tieId}")]
pub(super) async fn show_tie(ports: Data<Ports>, caller: Bearer, id: Id<TieId>) -> Result<Resource<TieView>, Problem> {
    Ok(Resource(ties::show(&ports, &caller.0, id.0).await?.into()))
}
