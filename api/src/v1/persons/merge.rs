use super::dto::{MergePersons, PersonView};
use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::{Id, IfMatch, ValidJson};
use crate::problem::Problem;
use crate::response::Resource;
use actix_web::post;
use actix_web::web::Data;
use domain::{PersonId, Ports, persons};

/// Merges a duplicate person into this one.
///
/// Values of this person win; missing ones come from the duplicate: phone number, note, the answers on each map that
/// both are on. On every map the supports of both are combined, and ties and agreements of the duplicate move to this
/// person. Cards do not change. The duplicate is removed. For a coach this applies to the maps that a coach may see;
/// private maps do not change.
#[utoipa::path(
    tag = "persons",
    operation_id = "mergePersons",
    extensions(("x-problems" = json!(["unknown-reference"]))),
    params(
        ("personId" = Uuid, Path, description = "The person to keep."),
        IfMatch,
        IdempotencyHeader,
    ),
    request_body = MergePersons,
    responses(Resource<PersonView>),
)]
#[post("/v1/persons/{personId}/merges")]
pub(super) async fn merge_persons(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<PersonId>,
    seen: IfMatch,
    body: ValidJson<MergePersons>,
) -> Result<Resource<PersonView>, Problem> {
    Ok(Resource(persons::merge(&ports, &caller.0, id.0, &seen.0, body.0.into()).await?.into()))
}
