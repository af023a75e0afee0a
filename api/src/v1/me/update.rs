use super::dto::{MeView, UpdateMe};
use crate::auth::Bearer;
use crate::extract::{IfMatch, ValidJson};
use crate::problem::Problem;
use crate::response::Resource;
use actix_web::patch;
use actix_web::web::Data;
use domain::{Ports, accounts};

/// Changes your own name or language.
#[utoipa::path(
    tag = "me",
    operation_id = "updateMe",
    params(IfMatch),
    request_body(content = UpdateMe, content_type = "application/merge-patch+json"),
    responses(Resource<MeView>),
)]
#[patch("/v1/me")]
pub(super) async fn update_me(
    ports: Data<Ports>,
    caller: Bearer,
    seen: IfMatch,
    body: ValidJson<UpdateMe>,
) -> Result<Resource<MeView>, Problem> {
    Ok(Resource(accounts::update(&ports, &caller.0, &seen.0, body.0.into()).await?.into()))
}
