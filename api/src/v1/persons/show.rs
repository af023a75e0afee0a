use super::dto::PersonView;
use crate::auth::Bearer;
use crate::extract::Id;
use crate::problem::Problem;
use crate::response::Resource;
use actix_web::get;
use actix_web::web::Data;
use domain::{PersonId, Ports, persons};

/// Shows a person.
#[utoipa::path(
    tag = "persons",
    operation_id = "showPerson",
    responses(Resource<PersonView>),
)]
#[get("/v1/persons/{personId}")]
pub(super) async fn show_person(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<PersonId>,
) -> Result<Resource<PersonView>, Problem> {
    Ok(Resource(persons::show(&ports, &caller.0, id.0).await?.into()))
}
