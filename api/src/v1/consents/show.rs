use super::dto::ConsentView;
use crate::auth::Bearer;
use crate::extract::Id;
use crate::problem::Problem;
use crate::response::Resource;
use actix_web::get;
use actix_web::web::Data;
use domain::{ConsentId, Ports, consents};

/// Shows a consent. For the client and their coaches.
#[utoipa::path(
    tag = "consents",
    operation_id = "showConsent",
    responses(Resource<ConsentView>),
)]
#[get("/v1/consents/{consentId}")]
pub(super) async fn show_consent(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ConsentId>,
) -> Result<Resource<ConsentView>, Problem> {
    Ok(Resource(consents::show(&ports, &caller.0, id.0).await?.into()))
}
