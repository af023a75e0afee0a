use super::dto::{CreateSupporter, PlacedPersonView};
use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::{Id, ValidJson};
use crate::problem::Problem;
use crate::response::{Created, WithMap};
use actix_web::post;
use actix_web::web::Data;
use domain::{MapId, Ports, supporters};

/// Places an existing or a new person on a map.
#[utoipa::path(
    tag = "supporters",
    operation_id = "createSupporter",
    extensions(("x-problems" = json!(["unknown-reference", "already-on-map", "map-full", "full"]))),
    params(IdempotencyHeader),
    request_body = CreateSupporter,
    responses(WithMap<Created<PlacedPersonView>>),
)]
#[post("/v1/maps/{mapId}/supporters")]
pub(super) async fn create_supporter(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<MapId>,
    body: ValidJson<CreateSupporter>,
) -> Result<WithMap<Created<PlacedPersonView>>, Problem> {
    let (whom, answers) = body.0.parts()?;
    let made = supporters::create(&ports, &caller.0, id.0, None, whom, answers).await?;
    Ok(WithMap(made.map(|made| Created::at(format!("/v1/supporters/{}", made.supporter.id), made.into()))))
}
