use super::words::VocabularyView;
use crate::auth::Bearer;
use crate::problem::Problem;
use crate::response::Resource;
use actix_web::get;
use actix_web::web::Data;
use domain::{Ports, support_types};

/// Shows every word the API uses with its labels, the questions of each step, and the organisation's support types.
///
/// Cache it by its `ETag`: it changes with the organisation's support types and with a release of the service.
/// Questions and labels address the client in plain language.
#[utoipa::path(
    tag = "vocabulary",
    operation_id = "showVocabulary",
    responses(Resource<VocabularyView>),
)]
#[get("/v1/vocabulary")]
pub(super) async fn show_vocabulary(ports: Data<Ports>, caller: Bearer) -> Result<Resource<VocabularyView>, Problem> {
    Ok(Resource(support_types::show(&ports, &caller.0).await?.into()))
}
