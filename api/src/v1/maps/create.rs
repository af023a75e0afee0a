use super::dto::{CreateMap, WholeMapView};
use crate::auth::Bearer;
use crate::extract::{Id, ValidJson};
use crate::problem::Problem;
use crate::response::Created;
use actix_web::post;
use actix_web::web::Data;
use domain::{ClientId, Ports, maps};

/// Creates a map with nothing on it. Only the client can make it private.
#[utoipa::path(
    tag = "maps",
    operation_id = "createMap",
    extensions(("x-problems" = json!(["full"]))),
    params(("clientId" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeat of this request safe, for 24 hours.")),
    request_body = CreateMap,
    responses(
        (status = 201, description = "Created.", body = WholeMapView,
            headers(("Location" = String, description = "Its address."), ("ETag" = String, description = "Its version."))),
    ),
)]
#[post("/v1/clients/{clientId}/maps")]
pub(super) async fn create_map(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ClientId>,
    body: ValidJson<CreateMap>,
) -> Result<Created<WholeMapView>, Problem> {
    let made = maps::create(&ports, &caller.0, id.0, body.0.into()).await?;
    Ok(Created::at(format!("/v1/maps/{}", made.id), made.into()))
}
