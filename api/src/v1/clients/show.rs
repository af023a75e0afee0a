use super::dto::ClientView;
use crate::auth::Bearer;
use crate::extract::Id;
use crate::problem::Problem;
use crate::response::Resource;
use actix_web::get;
use actix_web::web::Data;
use domain::{ClientId, Ports, clients};

/// Shows a client.
#[utoipa::path(
    tag = "clients",
    operation_id = "showClient",
    responses(Resource<ClientView>),
)]
#[get("/v1/clients/{clientId}")]
pub(super) async fn show_client(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ClientId>,
) -> Result<Resource<ClientView>, Problem> {
    Ok(Resource(clients::show(&ports, &caller.0, id.0).await?.into()))
}
