use crate::auth::Bearer;
use crate::extract::Id;
use crate::openapi::ReadErrors;
use crate::pictures::{DrawnQuery, Format, PictureOf, SheetQuery, ShownQuery, Studio, WantedOf};
use crate::problem::{Problem, ProblemView};
use crate::schema::Binary;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};
use domain::{MapId, Ports, cards};

#[derive(Debug)]
pub(super) enum OfMap {}

impl PictureOf for OfMap {
    const OFFERED: &'static [Format] = &[Format::Svg, Format::Png, Format::Pdf];
}

/// Shows the picture of a map in progress, as a card made now would have it.
#[utoipa::path(
    tag = "cards",
    operation_id = "previewCard",
    params(("mapId" = Uuid, Path), DrawnQuery, SheetQuery, ShownQuery),
    responses(
        (status = 200, description = "The picture.",
            content((String = "image/svg+xml"), (Binary = "image/png"), (Binary = "application/pdf")),
            headers(("ETag" = String, description = "The map's version, form, sheet, language and what it shows."),
                ("Content-Language" = String, description = "The language of the picture."))),
        (status = 304, description = "As you have it."),
        (status = 406, description = "Not offered in a form that `Accept` allows.", body = ProblemView, content_type = "application/problem+json"),
        ReadErrors,
    ),
)]
#[get("/v1/maps/{mapId}/card")]
pub(super) async fn preview_card(
    request: HttpRequest,
    ports: Data<Ports>,
    studio: Data<Studio>,
    caller: Bearer,
    id: Id<MapId>,
    wanted: WantedOf<OfMap>,
) -> Result<HttpResponse, Problem> {
    let turn = studio.turn(wanted.picture, caller.0.user).await?;
    let preview = cards::preview(&ports, &caller.0, id.0, wanted.named()).await?;
    let form = wanted.picture.ok_or_else(|| Problem::new(StatusCode::NOT_ACCEPTABLE, "not-acceptable"))?;
    studio.show(&request, form, preview.into(), turn).await
}
