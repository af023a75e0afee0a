use super::dto::PreviewView;
use crate::auth::Bearer;
use crate::problem::Problem;
use actix_web::get;
use actix_web::web::{Data, Json};
use domain::{Ports, retention};

/// Shows which records a confirmation would erase, and erases nothing. For administrators.
///
/// A record is on the list if nothing in it changed for `retentionYears` and no coach worked with the client since. Not on it are
/// records that are restricted, under a legal hold, or erased soon anyway. At most 100 are shown, and then `more` is true: confirm these
/// to see the next.
#[utoipa::path(
    tag = "retention",
    operation_id = "previewRetention",
    responses((status = 200, description = "The records.", body = PreviewView)),
)]
#[get("/v1/retention-preview")]
pub(super) async fn preview_retention(ports: Data<Ports>, caller: Bearer) -> Result<Json<PreviewView>, Problem> {
    Ok(Json(retention::preview(&ports, &caller.0).await?.into()))
}
