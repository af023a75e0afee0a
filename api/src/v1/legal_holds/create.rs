use super::dto::{CreateLegalHold, LegalHoldView};
use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::{Id, ValidJson};
use crate::problem::Problem;
use crate::response::Created;
use actix_web::post;
use actix_web::web::Data;
use domain::{ClientId, Ports, legal_holds};

/// Places a legal hold on a client's record, which is then not erased. For administrators. Needs a recent confirmation.
///
/// It also postpones an erasure that waits.
#[utoipa::path(
    tag = "legal-holds",
    operation_id = "createLegalHold",
    params(IdempotencyHeader),
    request_body = CreateLegalHold,
    responses(Created<LegalHoldView>),
)]
#[post("/v1/clients/{clientId}/legal-holds")]
pub(super) async fn create_legal_hold(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ClientId>,
    body: ValidJson<CreateLegalHold>,
) -> Result<Created<LegalHoldView>, Problem> {
    let made = legal_holds::place(&ports, &caller.0, id.0, body.0.into()).await?;
    Ok(Created::at(format!("/v1/legal-holds/{}", made.id), made.into()))
}
