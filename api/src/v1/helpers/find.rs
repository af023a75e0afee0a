use super::dto::{AnswerView, FoundView};
use super::query::{HelpersQuery, NeedQuery};
use crate::auth::Bearer;
use crate::extract::{Id, ValidQuery};
use crate::locale;
use crate::problem::Problem;
use crate::response::{Digested, List, Localized};
use actix_web::web::Data;
use actix_web::{HttpRequest, get};
use domain::helpers::Found;
use domain::{ClientId, MapId, Ports, helpers};

/// Finds who could help a client with one need or with each, ranked, with reasons.
///
/// Designed for a difficult day: one request. Without `mapId` it covers all maps that the caller may see: each person
/// appears once, with the newest answer to each question; an unanswered question on a newer map keeps the older answer.
/// Request it without `supportType` to store everything on a device, then revalidate with its `ETag`.
#[utoipa::path(
    tag = "helpers",
    operation_id = "findHelpers",
    params(HelpersQuery),
    responses(Localized<Digested<AnswerView>>),
)]
#[get("/v1/clients/{clientId}/helpers")]
pub(super) async fn find_helpers(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ClientId>,
    query: ValidQuery<HelpersQuery>,
    request: HttpRequest,
) -> Result<Localized<Digested<AnswerView>>, Problem> {
    let language = locale::language(&request);
    let HelpersQuery { need: NeedQuery { support_type, map_id }, audience } = query.0;
    let view = |found: Found| {
        let voice = audience.voice(&request, found.audience);
        FoundView::new(found, voice)
    };
    let map = map_id.map(MapId);
    let answer = match &support_type {
        Some(support_type) => {
            let found = helpers::find(&ports, &caller.0, id.0, support_type, map).await;
            AnswerView::One(view(found.map_err(|error| Problem::from(error).in_query())?))
        }
        None => {
            let found = helpers::find_all(&ports, &caller.0, id.0, map).await?;
            AnswerView::Every(List::whole(found.into_iter().map(view).collect()))
        }
    };
    Ok(Localized(language, Digested(answer)))
}
