use super::dto::OverviewView;
use crate::auth::Bearer;
use crate::extract::Id;
use crate::problem::Problem;
use actix_web::get;
use actix_web::web::{Data, Json};
use domain::{ClientId, Ports, overviews};

/// Shows the overview of a client. For the client and the assigned coach.
///
/// The maps with their progress and latest card, the open agreements, and the current coaches. For a coach, private
/// maps are left out, also from the counts. Send the `etag` of an item as `If-Match` to change it.
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
