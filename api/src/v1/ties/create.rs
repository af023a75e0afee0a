use super::dto::{CreateTie, TieView};
use crate::auth::Bearer;
use crate::extract::{Id, ValidJson};
use crate::problem::Problem;
use crate::response::{Created, WithMap};
use actix_web::post;
use actix_web::web::Data;
use domain::{MapId, Ports, ties};

/// Ties two supporters who know each other.
#[utoipa::path(
    tag = "ties",
    operation_id = "createTie",
    extensions(("x-problems" = json!(["unknown-reference", "already-tied", "map-full", "full"]))),
    params(("mapId" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeat of this request safe, for 24 hours.")),
    request_body = CreateTie,
    responses(
        (status = 201, description = "Created.", body = TieView,
            headers(("Location" = String, description = "Its address."), ("ETag" = String, description = "Its version."),
                ("Map-ETag" = String, description = "The map's version since; not where a repeated request is answered as before."))),
    ),
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
