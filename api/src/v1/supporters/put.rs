use super::dto::{PlacedPersonView, PutSupporter};
use crate::auth::Bearer;
use crate::extract::{IfNoneMatch, NewId, ValidJson};
use crate::problem::Problem;
use crate::response::{Created, WithMap};
use actix_web::put;
use actix_web::web::Data;
use domain::{Ports, SupporterId, supporters};

/// Places a person on a map as `createSupporter` does, under an id that you choose, a `UUIDv7`: for front ends that
/// show it before it is stored, or that are offline. Any existing id, also that of a repeated request, gives 409
/// `id-taken`.
#[utoipa::path(
    tag = "supporters",
    operation_id = "putSupporter",
    extensions(("x-problems" = json!(["unknown-reference", "already-on-map", "map-full", "full", "id-taken"]))),
    params(IfNoneMatch),
    request_body = PutSupporter,
    responses(WithMap<Created<PlacedPersonView>>),
)]
#[put("/v1/supporters/{supporterId}")]
pub(super) async fn put_supporter(
    ports: Data<Ports>,
    caller: Bearer,
    id: NewId<SupporterId>,
    _new: IfNoneMatch,
    body: ValidJson<PutSupporter>,
) -> Result<WithMap<Created<PlacedPersonView>>, Problem> {
    let PutSupporter { map_id: map, supporter } = body.0;
    let (whom, answers) = supporter.parts()?;
    let made = supporters::create(&ports, &caller.0, map, Some(id.0), whom, answers).await?;
    Ok(WithMap(made.map(|made| Created::at(format!("/v1/supporters/{}", made.supporter.id), made.into()))))
}
