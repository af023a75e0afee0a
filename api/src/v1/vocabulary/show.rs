use super::dto::VocabularyView;
use crate::auth::Bearer;
use crate::problem::Problem;
use crate::respond::Resource;
use actix_web::get;
use actix_web::web::Data;
use domain::{Ports, support_types};

/// Shows every word list with its codes and labels, and the organisation's support types.
#[utoipa::path(
    tag = "vocabulary",
    operation_id = "showVocabulary",
    responses(
        (status = 200, description = "The vocabulary.", body = VocabularyView, headers(("ETag" = String, description = "Its version."))),
    ),
)]
#[get("/v1/vocabulary")]
pub(super) async fn show_vocabulary(ports: Data<Ports>, caller: Bearer) -> Result<Resource<VocabularyView>, Problem> {
    Ok(Resource(support_types::show(&ports, &caller.0).await?.into()))
}
