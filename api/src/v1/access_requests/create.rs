use super::dto::AccessRequestView;
use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::{Id, ValidJson};
use crate::problem::Problem;
use crate::response::Created;
use crate::v1::client_requests::RecordRequest;
use actix_web::post;
use actix_web::web::Data;
use domain::{ClientId, Ports, access_requests};

/// Records that a client asked for access to their record (GDPR, article 15). For coaches of the client and administrators. Needs a
/// recent confirmation.
///
/// For 30 days the record and its access log can then be printed. A client with a confirmed log-in reads and exports the record
/// themselves: 409 `client-has-own-access`.
#[utoipa::path(
    tag = "access-requests",
    operation_id = "createAccessRequest",
    extensions(("x-problems" = json!(["client-has-own-access"]))),
    params(IdempotencyHeader),
    request_body = RecordRequest,
    responses(Created<AccessRequestView>),
)]
#[post("/v1/clients/{clientId}/access-requests")]
pub(super) async fn create_access_request(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ClientId>,
    body: ValidJson<RecordRequest>,
) -> Result<Created<AccessRequestView>, Problem> {
    let made = access_requests::create(&ports, &caller.0, id.0, body.0.into()).await?;
    Ok(Created::at(format!("/v1/access-requests/{}", made.id), made.into()))
}
