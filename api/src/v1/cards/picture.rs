use crate::auth::Bearer;
use crate::extract::Id;
use crate::pictures::{Picture, PictureQuery, Renderer};
use crate::problem::Problem;
use crate::schema::Binary;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};
use domain::{CardId, Ports, cards};

/// Shows the picture of a card in the language of the request, as SVG, PNG or PDF.
#[utoipa::path(
    tag = "cards",
    operation_id = "showCardPicture",
    extensions(("x-problems" = json!(["not-acceptable"]))),
    params(PictureQuery),
    responses(
        (status = 200, description = "The picture.",
            content((String = "image/svg+xml"), (Binary = "image/png"), (Binary = "application/pdf")),
            headers(("ETag" = String, description = "Its content, form, sheet, language and what it shows."),
                ("Content-Language" = String, description = "The language of the picture."))),
    ),
)]
#[get("/v1/cards/{cardId}/picture")]
pub(super) async fn show_card_picture(
    request: HttpRequest,
    ports: Data<Ports>,
    renderer: Data<Renderer>,
    caller: Bearer,
    id: Id<CardId>,
    wanted: Picture,
) -> Result<HttpResponse, Problem> {
    let permit = renderer.permit(Some(wanted.0), caller.0.user).await?;
    let dated = cards::show(&ports, &caller.0, id.0, wanted.0.named).await?;
    renderer.show(&request, wanted.0, dated.into(), permit).await
}
