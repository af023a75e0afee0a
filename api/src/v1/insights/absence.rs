use super::dto::AbsenceView;
use crate::audience::AudienceQuery;
use crate::auth::Bearer;
use crate::extract::{Ids, ValidQuery};
use crate::problem::Problem;
use crate::response::{Localized, Resource};
use actix_web::web::Data;
use actix_web::{HttpRequest, get};
use domain::{MapId, Ports, SupporterId, insights};

/// Shows the effect of losing a supporter: gaps, fragile support types, groups that fall apart, open agreements.
#[utoipa::path(
    tag = "insights",
    operation_id = "showAbsence",
    params(AudienceQuery),
    responses(Localized<Resource<AbsenceView>>),
)]
#[get("/v1/maps/{mapId}/insights/absence/{supporterId}")]
pub(super) async fn show_absence(
    ports: Data<Ports>,
    caller: Bearer,
    ids: Ids<MapId, SupporterId>,
    query: ValidQuery<AudienceQuery>,
    request: HttpRequest,
) -> Result<Localized<Resource<AbsenceView>>, Problem> {
    let absence = insights::what_if(&ports, &caller.0, ids.0, ids.1).await?;
    let voice = query.0.voice(&request, absence.audience);
    Ok(Localized(voice.language, Resource(AbsenceView::new(&absence, voice))))
}
