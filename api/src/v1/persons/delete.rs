use crate::auth::Bearer;
use crate::extract::{Id, IfMatch};
use crate::problem::Problem;
use crate::response::NoContent;
use actix_web::delete;
use actix_web::web::Data;
use domain::{PersonId, Ports, persons};

/// Removes a person who is on no map.
#[utoipa::path(
    tag = "persons",
    operation_id = "deletePerson",
    extensions(("x-problems" = json!(["person-on-map"]))),
    params(IfMatch),
    responses(NoContent),
)]
#[delete("/v1/persons/{personId}")]
pub(super) async fn delete_person(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<PersonId>,
    seen: IfMatch,
) -> Result<NoContent, Problem> {
    persons::delete(&ports, &caller.0, id.0, &seen.0).await?;
    Ok(NoContent)
}
