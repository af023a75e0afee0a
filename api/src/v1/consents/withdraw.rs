use super::dto::ConsentView;
use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::Id;
use crate::problem::Problem;
use actix_web::post;
use actix_web::web::{Data, Json};
use domain::{ConsentId, Ports, consents};

/// Withdraws a consent: the receiver's next request is refused. For the client and their coaches.
///
/// Withdrawing a withdrawn consent has no effect.
#[utoipa::path(
    tag = "consents",
    operation_id = "withdrawConsent",
    params(IdempotencyHeader),
    responses((status = 200, description = "The consent.", body = ConsentView)),
)]
#[post("/v1/consents/{consentId}/withdrawals")]
pub(super) async fn withdraw_consent(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ConsentId>,
) -> Result<Json<ConsentView>, Problem> {
    Ok(Json(consents::withdraw(&ports, &caller.0, id.0).await?.into()))
}
