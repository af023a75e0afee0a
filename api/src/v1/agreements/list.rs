use super::dto::AgreementView;
use crate::auth::Bearer;
use crate::extract::{Id, PageQuery, Paging};
use crate::openapi::ReadErrors;
use crate::problem::Problem;
use crate::respond::List;
use crate::schema;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest, dev::Payload, get};
use domain::vocabulary::AgreementStatus;
use domain::{FieldCode, MapId, Ports, agreements};
use std::future::{Ready, ready};
use utoipa::IntoParams;

/// Which agreements.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Query)]
struct StatusQuery {
    /// Only those that stand at one of these; repeat it for several. `planned`, `asked` and `accepted` are open.
    #[param(value_type = Option<Vec<schema::AgreementStatus>>)]
    #[expect(dead_code, reason = "read by Wanted; here for the documentation")]
    status: Option<Vec<String>>,
}

/// The page and the statuses asked for; no status is all of them.
pub(super) struct Wanted {
    paging: Paging,
    statuses: Vec<AgreementStatus>,
}

impl FromRequest for Wanted {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let mut statuses = Vec::new();
        let paging = Paging::with(request, &["status"], |name, value| {
            (name == "status").then(|| value.parse().map(|status| statuses.push(status)).map_err(|_| FieldCode::Enum))
        });
        ready(paging.map(|paging| Self { paging, statuses }))
    }
}

/// Lists the agreements on a map, all or of some statuses.
#[utoipa::path(
    tag = "agreements",
    operation_id = "listAgreements",
    params(("mapId" = Uuid, Path), PageQuery, StatusQuery),
    responses((status = 200, description = "A page.", body = List<AgreementView>), ReadErrors),
)]
#[get("/v1/maps/{mapId}/agreements")]
pub(super) async fn list_agreements(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<MapId>,
    wanted: Wanted,
) -> Result<List<AgreementView>, Problem> {
    let page = agreements::list(&ports, &caller.0, id.0, &wanted.statuses, wanted.paging.request).await?;
    Ok(List::of(page, &wanted.paging))
}
