use super::dto::{ClientView, UpdateClient};
use crate::auth::Bearer;
use crate::extract::{Id, IfMatch, ValidJson};
use crate::problem::Problem;
use crate::response::Resource;
use actix_web::patch;
use actix_web::web::Data;
use domain::{ClientId, Ports, clients};

/// Changes a client's administrative data.
///
/// Administrators and integrations change the name, the date of birth and the external identifiers; the client and the coach change the
/// preferred name. A member that the caller may not change gives 403 `forbidden`, with its pointer in `errors`.
#[utoipa::path(
    tag = "clients",
    operation_id = "updateClient",
    extensions(("x-problems" = json!(["external-identifier-taken"]))),
    params(IfMatch),
    request_body(content = UpdateClient, content_type = "application/merge-patch+json"),
    responses(Resource<ClientView>),
)]
#[patch("/v1/clients/{clientId}")]
pub(super) async fn update_client(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ClientId>,
    seen: IfMatch,
    body: ValidJson<UpdateClient>,
) -> Result<Resource<ClientView>, Problem> {
    Ok(Resource(clients::update(&ports, &caller.0, id.0, &seen.0, body.0.into()).await?.into()))
}
