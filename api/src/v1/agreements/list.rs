use super::dto::AgreementView;
use crate::auth::Bearer;
use crate::extract::{Id, PageQuery, Paging};
use crate::problem::Problem;
use crate::response::List;
use crate::schema;
use actix_web::get;
use actix_web::web::Data;
use domain::vocabulary::AgreementStatus;
use domain::{MapId, Ports, agreements};
use serde::Deserialize;
use utoipa::IntoParams;

/// Which agreements.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct AgreementsQuery {
    /// Only agreements with one of these statuses. Repeatable. `planned`, `asked` and `accepted` are open.
    #[serde(default)]
    #[param(value_type = Option<Vec<schema::AgreementStatus>>, inline)]
    status: Vec<AgreementStatus>,
}

/// Lists the agreements on a map, optionally by status.
#[utoipa::path(
    tag = "agreements",
    operation_id = "listAgreements",
    params(PageQuery, AgreementsQuery),
    responses(List<AgreementView>),
)]
#[get("/v1/maps/{mapId}/agreements")]
pub(super) async fn list_agreements(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<MapId>,
    paging: Paging<AgreementsQuery>,
) -> Result<List<AgreementView>, Problem> {
    let page = agreements::list(&ports, &caller.0, id.0, &paging.query.status, paging.request).await?;
    Ok(List::of(page, &paging.next))
}
