use super::dto::ReplaceSupportTypes;
use super::words::VocabularyView;
use crate::auth::Bearer;
use crate::extract::{IfMatch, ValidJson};
use crate::problem::Problem;
use crate::response::Resource;
use actix_web::put;
use actix_web::web::Data;
use domain::{Ports, support_types};

/// Replaces the organisation's own support types; the built-in ones stay. For administrators.
///
/// A support type that is used on a map cannot be left out.
#[utoipa::path(
    tag = "vocabulary",
    operation_id = "replaceSupportTypes",
    extensions(("x-problems" = json!(["support-type-in-use"]))),
    params(IfMatch),
    request_body = ReplaceSupportTypes,
    responses(Resource<VocabularyView>),
)]
#[put("/v1/vocabulary")]
pub(super) async fn replace_support_types(
    ports: Data<Ports>,
    caller: Bearer,

    seen: IfMatch,
    body: ValidJson<ReplaceSupportTypes>,
) -> Result<Resource<VocabularyView>, Problem> {
    Ok(Resource(support_types::replace(&ports, &caller.0, &seen.0, &body.0.try_into()?).await?.into()))
}
