use super::card_diff::DifferencesView;
use crate::auth::Bearer;
use crate::extract::Ids;
use crate::locale;
use crate::problem::Problem;
use actix_web::http::header;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};
use domain::{CardId, Ports, cards};

/// Shows what changed between two cards of the same client, which may be of different maps. Supporters are matched by
/// person.
#[utoipa::path(
    tag = "cards",
    operation_id = "showCardDifferences",
    params(("cardId" = Uuid, Path, description = "The first card."), ("otherCardId" = Uuid, Path, description = "The second card.")),
    responses(
        (status = 200, description = "What changed.", body = DifferencesView,
            headers(("Content-Language" = String, description = "The language of the sentences."))),
    ),
)]
#[get("/v1/cards/{cardId}/differences/{otherCardId}")]
pub(super) async fn show_card_differences(
    request: HttpRequest,
    ports: Data<Ports>,
    caller: Bearer,
    ids: Ids<CardId, CardId>,
) -> Result<HttpResponse, Problem> {
    let language = locale::language(&request);
    let comparison = cards::compare(&ports, &caller.0, ids.0, ids.1).await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_LANGUAGE, language.code()))
        .insert_header((header::VARY, "Accept-Language"))
        .json(DifferencesView::of(comparison, language)))
}
