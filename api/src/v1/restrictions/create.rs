use super::dto::RestrictionView;
use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::{Id, ValidJson};
use crate::problem::Problem;
use crate::response::Created;
use crate::v1::client_requests::RecordRequest;
use actix_web::post;
use actix_web::web::Data;
use domain::{ClientId, Ports, restrictions};

/// Restricts a client's record: from the next request on, only the client reads it. For the client, and for their coaches and
/// administrators on the client's request.
///
/// Everyone else gets 409 `restricted` for the content: what is written, maps, cards, insights, look-ups and exports. The name
/// and other administrative data stay visible, so that the restriction can be found and lifted. While it is in force, a
/// second one is refused: 409 `already-restricted`.
#[utoipa::path(
    tag = "restrictions",
    operation_id = "createRestriction",
    extensions(("x-problems" = json!(["already-restricted"]))),
    params(IdempotencyHeader),
    request_body = RecordRequest,
    responses(Created<RestrictionView>),
)]
#[post("/v1/clients/{clientId}/restrictions")]
pub(super) async fn create_restriction(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ClientId>,
    body: ValidJson<RecordRequest>,
) -> Result<Created<RestrictionView>, Problem> {
    let made = restrictions::create(&ports, &caller.0, id.0, body.0.into()).await?;
    Ok(Created::at(format!("/v1/restrictions/{}", made.id), made.into()))
}
