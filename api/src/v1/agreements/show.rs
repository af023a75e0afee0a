use super::dto::AgreementView;
use crate::auth::Bearer;
use crate::extract::Id;
use crate::problem::Problem;
use crate::response::Resource;
use actix_web::get;
use actix_web::web::Data;
use domain::{AgreementId, Ports, agreements};

/// Shows an agreement.
#[utoipa::path(
    tag = "agreements",
    operation_id = "showAgreement",
    responses(Resource<AgreementView>),
)]
#[get("/v1/agreements/{agreementId}")]
pub(super) async fn show_agreement(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<AgreementId>,
) -> Result<Resource<AgreementView>, Problem> {
    Ok(Resource(agreements::show(&ports, &caller.0, id.0).await?.into()))
}
