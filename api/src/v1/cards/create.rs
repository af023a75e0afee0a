use super::dto::{CardView, CreateCard};
use crate::auth::Bearer;
use crate::extract::{Id, ValidJson};
use crate::problem::Problem;
use crate::response::Created;
use actix_web::post;
use actix_web::web::Data;
use domain::{MapId, Ports, cards};

/// Makes a card of a map as it is now. The card never changes; the map does not change by it. Only the client can put
/// their reflections on it.
#[utoipa::path(
    tag = "cards",
    operation_id = "createCard",
    extensions(("x-problems" = json!(["full"]))),
    params(("mapId" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeat of this request safe, for 24 hours.")),
    request_body = CreateCard,
    responses(
        (status = 201, description = "Made.", body = CardView,
            headers(("Location" = String, description = "Its address."), ("ETag" = String, description = "Its content."))),
    ),
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
