use super::dto::LegalHoldView;
use crate::auth::Bearer;
use crate::extract::Id;
use crate::problem::Problem;
use crate::response::Resource;
use actix_web::get;
use actix_web::web::Data;
use domain::{LegalHoldId, Ports, legal_holds};

/// Shows a legal hold. For the client, their coaches and administrators.
#[utoipa::path(
    tag = "legal-holds",
    operation_id = "showLegalHold",
    responses(Resource<LegalHoldView>),
)]
#[get("/v1/legal-holds/{legalHoldId}")]
pub(super) async fn show_legal_hold(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<LegalHoldId>,
) -> Result<Resource<LegalHoldView>, Problem> {
    Ok(Resource(legal_holds::show(&ports, &caller.0, id.0).await?.into()))
}
