use super::dto::PersonView;
use crate::auth::Bearer;
use crate::extract::{Id, PageQuery, Paging};
use crate::openapi::ReadErrors;
use crate::problem::Problem;
use crate::respond::List;
use actix_web::get;
use actix_web::web::Data;
use domain::{ClientId, Ports, persons};

/// Lists the persons in a client's life. A coach does not see those who are on private maps only.
#[utoipa::path(
    tag = "persons",
    operation_id = "listPersons",
    params(("clientId" = Uuid, Path), PageQuery),
    responses((status = 200, description = "A page.", body = List<PersonView>), ReadErrors),
)]
#[get("/v1/clients/{clientId}/persons")]
pub(super) async fn list_persons(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ClientId>,
    paging: Paging,
) -> Result<List<PersonView>, Problem> {
    let page = persons::list(&ports, &caller.0, id.0, paging.request).await?;
    Ok(List::of(page, &paging))
}
