use super::dto::PersonOnMapsView;
use crate::auth::Bearer;
use crate::extract::{Id, PageQuery, Paging};
use crate::openapi::ReadErrors;
use crate::problem::Problem;
use crate::respond::List;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest, dev::Payload, get};
use domain::{ClientId, FieldCode, Ports, persons};
use std::future::{Ready, ready};
use utoipa::IntoParams;

/// Which persons.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Query)]
struct UnusedQuery {
    /// Only those who are on no map.
    #[param(value_type = Option<bool>)]
    #[expect(dead_code, reason = "read by Wanted; here for the documentation")]
    unused: Option<bool>,
}

/// The page, and whether of those only who are on no map.
pub(super) struct Wanted {
    paging: Paging,
    unused: bool,
}

impl FromRequest for Wanted {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let mut unused = false;
        let paging = Paging::with(request, &[], |name, value| {
            (name == "unused").then(|| value.parse().map(|only| unused = only).map_err(|_| FieldCode::Type))
        });
        ready(paging.map(|paging| Self { paging, unused }))
    }
}

/// Lists the persons in a client's life with the maps they are on. A coach does not see those who are on private maps only.
#[utoipa::path(
    tag = "persons",
    operation_id = "listPersons",
    params(("clientId" = Uuid, Path), PageQuery, UnusedQuery),
    responses((status = 200, description = "A page.", body = List<PersonOnMapsView>), ReadErrors),
)]
#[get("/v1/clients/{clientId}/persons")]
pub(super) async fn list_persons(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ClientId>,
    wanted: Wanted,
) -> Result<List<PersonOnMapsView>, Problem> {
    let page = persons::list(&ports, &caller.0, id.0, wanted.unused, wanted.paging.request).await?;
    Ok(List::of(page, &wanted.paging))
}
