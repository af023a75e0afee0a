use super::dto::{CreateMap, WholeMapView};
use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::{Id, ValidJson};
use crate::problem::Problem;
use crate::response::Created;
use actix_web::post;
use actix_web::web::Data;
use domain::{ClientId, Ports, maps};

/// Creates an empty map. Only the client can make it private.
#[utoipa::path(
    tag = "maps",
    operation_id = "createMap",
    extensions(("x-problems" = json!(["full"]))),
    params(IdempotencyHeader),
    request_body = CreateMap,
    responses(Created<WholeMapView>),
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
