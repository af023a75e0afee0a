use super::dto::AccessRequestView;
use crate::auth::Bearer;
use crate::extract::Id;
use crate::problem::Problem;
use crate::response::Resource;
use actix_web::get;
use actix_web::web::Data;
use domain::{AccessRequestId, Ports, access_requests};

/// Shows a request for access. For the client, their coaches and administrators.
#[utoipa::path(
    tag = "access-requests",
    operation_id = "showAccessRequest",
    responses(Resource<AccessRequestView>),
)]
#[get("/v1/access-requests/{accessRequestId}")]
pub(super) async fn show_access_request(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<AccessRequestId>,
) -> Result<Resource<AccessRequestView>, Problem> {
    Ok(Resource(access_requests::show(&ports, &caller.0, id.0).await?.into()))
}
