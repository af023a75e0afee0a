use super::dto::{ConsentView, CreateConsent};
use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::{Id, ValidJson};
use crate::problem::Problem;
use crate::response::Created;
use actix_web::post;
use actix_web::web::Data;
use domain::{ClientId, Ports, consents};

/// Records a consent: the client's own, or one that the client gave to you as their coach.
///
/// It applies from the receiver's next request. While a consent for the same receiver and purpose is in force: 409
/// `consent-in-force`.
#[utoipa::path(
    tag = "consents",
    operation_id = "createConsent",
    extensions(("x-problems" = json!(["consent-in-force", "unknown-reference"]))),
    params(IdempotencyHeader),
    request_body = CreateConsent,
    responses(Created<ConsentView>),
)]
#[post("/v1/clients/{clientId}/consents")]
pub(super) async fn create_consent(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ClientId>,
    body: ValidJson<CreateConsent>,
) -> Result<Created<ConsentView>, Problem> {
    let consent = consents::create(&ports, &caller.0, id.0, body.0.into()).await?;
    Ok(Created::at(format!("/v1/consents/{}", consent.id), consent.into()))
}
