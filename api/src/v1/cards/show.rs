use super::dto::CardView;
use crate::auth::Bearer;
use crate::extract::Id;
use crate::pictures::{DataOrPicture, Renderer, VARY};
use crate::problem::Problem;
use crate::response::Resource;
use actix_web::http::header;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, Responder, get};
use domain::{CardId, Ports, cards};

/// Shows a card as data, or as `showCardPicture` does if `Accept` prefers an image or PDF.
#[utoipa::path(
    tag = "cards",
    operation_id = "showCard",
    extensions(("x-problems" = json!(["not-acceptable"]))),
    responses(Resource<CardView>),
)]
#[get("/v1/cards/{cardId}")]
pub(super) async fn show_card(
    request: HttpRequest,
    ports: Data<Ports>,
    renderer: Data<Renderer>,
    caller: Bearer,
    id: Id<CardId>,
    wanted: DataOrPicture,
) -> Result<HttpResponse, Problem> {
    let named = wanted.0.is_some_and(|form| form.named);
    let permit = renderer.permit(wanted.0, caller.0.user).await?;
    let dated = cards::show(&ports, &caller.0, id.0, named).await?;
    match wanted.0 {
        Some(form) => renderer.show(&request, form, dated.into(), permit).await,
        None => {
            let json = Resource(CardView::from(dated.card)).customize().insert_header((header::VARY, VARY));
            Ok(json.respond_to(&request).map_into_boxed_body())
        }
    }
}
