use crate::auth::Bearer;
use crate::extract::{Id, IfMatch};
use crate::problem::Problem;
use crate::response::NoContent;
use actix_web::delete;
use actix_web::web::Data;
use domain::{ClientId, Ports, clients};

/// Removes a client who has nothing but administrative data, permanently.
///
/// A client with persons, maps or coach notes gives 409 `client-has-record`: record a request for erasure instead
/// (`createErasureRequest`). While a legal hold is in force: 409 `held`.
#[utoipa::path(
    tag = "clients",
    operation_id = "deleteClient",
    extensions(("x-problems" = json!(["client-has-record", "held"]))),
    params(IfMatch),
    responses(NoContent),
)]
#[delete("/v1/clients/{clientId}")]
pub(super) async fn delete_client(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ClientId>,
    seen: IfMatch,
) -> Result<NoContent, Problem> {
    clients::delete(&ports, &caller.0, id.0, &seen.0).await?;
    Ok(NoContent)
}
