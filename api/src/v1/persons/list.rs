use super::dto::PersonOnMapsView;
use crate::auth::Bearer;
use crate::extract::{Id, PageQuery, Paging};
use crate::problem::Problem;
use crate::response::List;
use actix_web::get;
use actix_web::web::Data;
use domain::{ClientId, Ports, persons};
use serde::Deserialize;
use utoipa::IntoParams;

/// Which persons.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct PersonsQuery {
    /// Only persons who are on no map.
    #[serde(default)]
    #[param(default = false)]
    unused: bool,
}

/// Lists the persons in a client's life, with the maps they are on. A coach does not see persons who are only on
/// private maps.
#[utoipa::path(
    tag = "persons",
    operation_id = "listPersons",
    params(PageQuery, PersonsQuery),
    responses(List<PersonOnMapsView>),
)]
#[get("/v1/clients/{clientId}/persons")]
pub(super) async fn list_persons(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ClientId>,
    paging: Paging<PersonsQuery>,
) -> Result<List<PersonOnMapsView>, Problem> {
    let page = persons::list(&ports, &caller.0, id.0, paging.query.unused, paging.request).await?;
    Ok(List::of(page, &paging.next))
}
