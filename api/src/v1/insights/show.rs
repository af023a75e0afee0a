use super::dto::InsightsView;
use crate::audience::AudienceQuery;
use crate::auth::Bearer;
use crate::extract::{Id, ValidQuery};
use crate::problem::Problem;
use crate::response::{Localized, Resource};
use actix_web::web::Data;
use actix_web::{HttpRequest, get};
use domain::{MapId, Ports, insights};

/// Shows insights into a map: coverage and gaps per support type, measures, and observations as questions.
#[utoipa::path(
    tag = "insights",
    operation_id = "showInsights",
    params(AudienceQuery),
    responses(Localized<Resource<InsightsView>>),
)]
#[get("/v1/maps/{mapId}/insights")]
pub(super) async fn show_insights(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<MapId>,
    query: ValidQuery<AudienceQuery>,
    request: HttpRequest,
) -> Result<Localized<Resource<InsightsView>>, Problem> {
    let insights = insights::show(&ports, &caller.0, id.0).await?;
    let voice = query.0.voice(&request, insights.audience);
    Ok(Localized(voice.language, Resource(InsightsView::new(&insights, voice))))
}
