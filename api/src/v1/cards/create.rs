use super::dto::{CardView, CreateCard};
use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::{Id, ValidJson};
use crate::problem::Problem;
use crate::response::Created;
use actix_web::post;
use actix_web::web::Data;
use domain::{MapId, Ports, cards};

/// Creates a card: an immutable version of the map as it is now. The map does not change. Only the client can include
/// reflections.
#[utoipa::path(
    tag = "cards",
    operation_id = "createCard",
    extensions(("x-problems" = json!(["full"]))),
    params(IdempotencyHeader),
    request_body = CreateCard,
    responses(Created<CardView>),
)]
#[post("/v1/maps/{mapId}/cards")]
pub(super) async fn create_card(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<MapId>,
    body: ValidJson<CreateCard>,
) -> Result<Created<CardView>, Problem> {
    let card = cards::create(&ports, &caller.0, id.0, body.0.into()).await?;
    Ok(Created::at(format!("/v1/cards/{}", card.head.id), card.into()))
}
