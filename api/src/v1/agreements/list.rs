use super::dto::AgreementView;
use crate::auth::Bearer;
use crate::extract::{Id, PageQuery, Paging};
use crate::openapi::ReadErrors;
use crate::problem::Problem;
use crate::respond::List;
use actix_web::get;
use actix_web::web::Data;
use domain::{MapId, Ports, agreements};

/// Lists the agreements on a map.
#[utoipa::path(
    tag = "agreements",
    operation_id = "listAgreements",
    params(("mapId" = Uuid, Path), PageQuery),
    responses((status = 200, description = "A page.", body = List<AgreementView>), ReadErrors),
)]
#[get("/v1/maps/{mapId}/agreements")]
pub(super) async fn list_agreements(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<MapId>,
    paging: Paging,
) -> Result<List<AgreementView>, Problem> {
    let page = agreements::list(&ports, &caller.0, id.0, paging.request).await?;
    Ok(List::of(page, &paging))
}
