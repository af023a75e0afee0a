use super::dto::{MergePersons, PersonView};
use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::{Id, IfMatch, ValidJson};
use crate::problem::Problem;
use crate::response::Resource;
use actix_web::post;
use actix_web::web::Data;
use domain::{PersonId, Ports, persons};

/// Merges another person into this one, where both are the same: somebody who was named twice.
///
/// What is said of this person wins; what is missing is filled from the other: phone number, note, the answers on each map that both are on.
/// On every map the supports of both are united, and ties and agreements with the other become this person's. Cards do not change. The other
/// person is removed. A coach merges them on the maps that a coach may see; a map that the client keeps private is left as it is.
#[utoipa::path(
    tag = "persons",
    operation_id = "mergePersons",
    extensions(("x-problems" = json!(["unknown-reference"]))),
    params(
        ("personId" = Uuid, Path, description = "Who is kept."),
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
