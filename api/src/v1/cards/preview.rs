use crate::auth::Bearer;
use crate::extract::Id;
use crate::pictures::{Picture, PictureQuery, Renderer};
use crate::problem::Problem;
use crate::schema::Binary;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};
use domain::{MapId, Ports, cards};

/// Shows the picture of a map as a card created now would have it.
#[utoipa::path(
    tag = "cards",
    operation_id = "previewCard",
    extensions(("x-problems" = json!(["not-acceptable"]))),
    params(PictureQuery),
    responses(
        (status = 200, description = "The picture.",
            content((String = "image/svg+xml"), (Binary = "image/png"), (Binary = "application/pdf")),
            headers(("ETag" = String, description = "The map's version, form, sheet, language and what it shows."),
                ("Content-Language" = String, description = "The language of the picture."))),
    ),
)]
#[get("/v1/maps/{mapId}/card")]
pub(super) async fn preview_card(
    request: HttpRequest,
    ports: Data<Ports>,
    renderer: Data<Renderer>,
    caller: Bearer,
    id: Id<MapId>,
    wanted: Picture,
) -> Result<HttpResponse, Problem> {
    let permit = renderer.permit(Some(wanted.0), caller.0.user).await?;
    let preview = cards::preview(&ports, &caller.0, id.0, wanted.0.named).await?;
    renderer.show(&request, wanted.0, preview.into(), permit).await
}
