use super::dto::{PersonView, UpdatePerson};
use crate::auth::Bearer;
use crate::extract::{Id, IfMatch, ValidJson};
use crate::problem::Problem;
use crate::response::Resource;
use actix_web::patch;
use actix_web::web::Data;
use domain::{PersonId, Ports, persons};

/// Changes a person, on every map they are on.
#[utoipa::path(
    tag = "persons",
    operation_id = "updatePerson",
    extensions(("x-problems" = json!(["full"]))),
    params(IfMatch),
    request_body(content = UpdatePerson, content_type = "application/merge-patch+json"),
    responses(Resource<PersonView>),
)]
#[patch("/v1/persons/{personId}")]
pub(super) async fn update_person(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<PersonId>,
    seen: IfMatch,
    body: ValidJson<UpdatePerson>,
) -> Result<Resource<PersonView>, Problem> {
    Ok(Resource(persons::update(&ports, &caller.0, id.0, &seen.0, body.0.into()).await?.into()))
}
