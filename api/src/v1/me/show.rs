use super::dto::MeView;
use crate::auth::Bearer;
use crate::problem::Problem;
use crate::response::Resource;
use actix_web::get;
use actix_web::web::Data;
use domain::{Ports, accounts};

/// Shows your own account and memberships.
#[utoipa::path(
    tag = "me",
    operation_id = "showMe",
    responses(Resource<MeView>),
)]
#[get("/v1/me")]
pub(super) async fn show_me(ports: Data<Ports>, caller: Bearer) -> Result<Resource<MeView>, Problem> {
    Ok(Resource(accounts::show(&ports, &caller.0).await?.into()))
}
