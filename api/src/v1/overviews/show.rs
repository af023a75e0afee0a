use super::dto::OverviewView;
use crate::auth::Bearer;
use crate::extract::Id;
use crate::problem::Problem;
use actix_web::get;
use actix_web::web::{Data, Json};
use domain::{ClientId, Ports, overviews};

/// Shows a client's page in one answer. For the client and the assigned coach.
///
/// The maps with how far each is and its last card, the agreements that are open, and who coaches now. A coach does not see the maps
/// the client keeps private: they count nowhere. The `etag` of each thing is for the If-Match of a change.
#[utoipa::path(
    tag = "clients",
    operation_id = "showOverview",
    responses((status = 200, description = "The overview.", body = OverviewView)),
)]
#[get("/v1/clients/{clientId}/overview")]
pub(super) async fn show_overview(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ClientId>,
) -> Result<Json<OverviewView>, Problem> {
    Ok(Json(overviews::show(&ports, &caller.0, id.0).await?.into()))
}
