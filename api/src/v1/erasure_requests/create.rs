use super::dto::ErasureRequestView;
use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::{Id, ValidJson};
use crate::problem::Problem;
use crate::response::Created;
use crate::v1::client_requests::RecordRequest;
use actix_web::post;
use actix_web::web::Data;
use domain::{ClientId, Ports, erasure_requests};

/// Asks that a client's record is erased. For the client, and for their coaches and administrators on the client's request. Needs
/// a recent confirmation.
///
/// After the organisation's waiting time, by default seven days, everything of the client is erased, and cannot be restored; the access log stays, by
/// ids. Until then the request can be withdrawn or refused. The receipt has the id of the request. While a request waits:
/// 409 `erasure-waiting`; while a legal hold is in force: 409 `held`.
#[utoipa::path(
    tag = "erasure-requests",
    operation_id = "createErasureRequest",
    extensions(("x-problems" = json!(["erasure-waiting", "held"]))),
    params(IdempotencyHeader),
    request_body = RecordRequest,
    responses(Created<ErasureRequestView>),
)]
#[post("/v1/clients/{clientId}/erasure-requests")]
pub(super) async fn create_erasure_request(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ClientId>,
    body: ValidJson<RecordRequest>,
) -> Result<Created<ErasureRequestView>, Problem> {
    let made = erasure_requests::create(&ports, &caller.0, id.0, body.0.into()).await?;
    Ok(Created::at(format!("/v1/erasure-requests/{}", made.id), made.into()))
}
