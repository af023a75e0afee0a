use super::dto::{CreateTie, TieView};
use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::{Id, ValidJson};
use crate::problem::Problem;
use crate::response::{Created, WithMap};
use actix_web::post;
use actix_web::web::Data;
use domain::{MapId, Ports, ties};

/// Creates a tie between two supporters who know each other.
#[utoipa::path(
    tag = "ties",
    operation_id = "createTie",
    extensions(("x-problems" = json!(["unknown-reference", "already-tied", "map-full", "full"]))),
    params(IdempotencyHeader),
    request_body = CreateTie,
    responses(WithMap<Created<TieView>>),
)]
#[post("/v1/maps/{mapId}/ties")]
pub(super) async fn create_tie(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<MapId>,
    body: ValidJson<CreateTie>,
) -> Result<WithMap<Created<TieView>>, Problem> {
    let made = ties::create(&ports, &caller.0, id.0, body.0.into()).await?;
    Ok(WithMap(made.map(|made| Created::at(format!("/v1/ties/{}", made.id), made.into()))))
}
