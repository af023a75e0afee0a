use super::dto::CardView;
use crate::auth::Bearer;
use crate::extract::Id;
use crate::openapi::ReadErrors;
use crate::pictures::{Format, FormatQuery, PictureOf, SheetQuery, ShownQuery, Studio, VARY, WantedOf};
use crate::problem::{Problem, ProblemView};
use crate::respond::Resource;
use crate::schema::Binary;
use actix_web::http::header;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, Responder, get};
use domain::{CardId, Ports, cards};

#[derive(Debug)]
pub(super) enum OfCard {}

impl PictureOf for OfCard {
    const OFFERED: &'static [Format] = &[Format::Json, Format::Svg, Format::Png, Format::Pdf];
}

/// Shows a card: as data, or as a picture in the language of the request.
#[utoipa::path(
    tag = "cards",
    operation_id = "showCard",
    params(("cardId" = Uuid, Path), FormatQuery, SheetQuery, ShownQuery),
    responses(
        (status = 200, description = "The card.",
            content((CardView = "application/json"), (String = "image/svg+xml"), (Binary = "image/png"), (Binary = "application/pdf")),
            headers(("ETag" = String, description = "Its content, form, sheet, language and what it shows."),
                ("Content-Language" = String, description = "The language of a picture."))),
        (status = 304, description = "As you have it."),
        (status = 406, description = "Not offered in a form that `Accept` allows.", body = ProblemView, content_type = "application/problem+json"),
        ReadErrors,
    ),
)]
#[get("/v1/cards/{cardId}")]
pub(super) async fn show_card(
    request: HttpRequest,
    ports: Data<Ports>,
    studio: Data<Studio>,
    caller: Bearer,
    id: Id<CardId>,
    wanted: WantedOf<OfCard>,
) -> Result<HttpResponse, Problem> {
    let turn = studio.turn(wanted.picture, caller.0.user).await?;
    let dated = cards::show(&ports, &caller.0, id.0, wanted.named()).await?;
    match wanted.picture {
        Some(form) => studio.show(&request, form, dated.into(), turn).await,
        None => {
            let json = Resource(CardView::from(dated.card)).customize().insert_header((header::VARY, VARY));
            Ok(json.respond_to(&request).map_into_boxed_body())
        }
    }
}
