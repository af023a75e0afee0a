use super::dto::AbsenceView;
use crate::auth::Bearer;
use crate::extract::Ids;
use crate::locale;
use crate::problem::Problem;
use crate::respond::{Resource, Spoken};
use actix_web::web::Data;
use actix_web::{HttpRequest, get};
use domain::{MapId, Ports, SupporterId, insights};

/// Shows what follows if a supporter falls away: gaps, fragile types, groups that come apart, open agreements.
#[utoipa::path(
    tag = "insights",
    operation_id = "showAbsence",
    params(("mapId" = Uuid, Path), ("supporterId" = Uuid, Path)),
    responses(
        (status = 200, description = "What follows, in the language of the request.", body = AbsenceView, headers(
            ("ETag" = String, description = "The versions of the map and the vocabulary, and the language."),
            ("Content-Language" = String, description = "The language of the sentences and labels."),
        )),
    ),
)]
#[get("/v1/maps/{mapId}/insights/absence/{supporterId}")]
pub(super) async fn show_absence(
    ports: Data<Ports>,
    caller: Bearer,
    ids: Ids<MapId, SupporterId>,
    request: HttpRequest,
) -> Result<Spoken<Resource<AbsenceView>>, Problem> {
    let language = locale::language(&request);
    let absence = insights::what_if(&ports, &caller.0, ids.0, ids.1).await?;
    Ok(Spoken(language, Resource(AbsenceView::new(&absence, language))))
}
