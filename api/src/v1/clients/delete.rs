use crate::auth::Bearer;
use crate::extract::{Id, IfMatch};
use crate::problem::Problem;
use crate::response::NoContent;
use actix_web::delete;
use actix_web::web::Data;
use domain::{ClientId, Ports, clients};

/// Removes a client and all their data permanently.
#[utoipa::path(tag = "clients", operation_id = "deleteClient", params(IfMatch), responses(NoContent))]
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
