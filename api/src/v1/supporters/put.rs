use super::dto::{CreateSupporter, PlacedPersonView, PutSupporter};
use crate::auth::Bearer;
use crate::extract::{IfNoneMatch, NewId, ValidJson};
use crate::problem::Problem;
use crate::response::{Created, WithMap};
use actix_web::put;
use actix_web::web::Data;
use domain::{Ports, SupporterId, supporters};

/// Places a person on a map under an id of your own, a `UUIDv7`: as `POST` does, for a front end that shows it before it is stored, or that
/// is offline. `If-None-Match: *` says that it is new; a repeat of what was done is 409 `id-taken`, as is any other id that exists.
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
    let map = body.0.map_id;
    let (whom, answers) = CreateSupporter::from(body.0).parts()?;
    let made = supporters::create(&ports, &caller.0, map, Some(id.0), whom, answers).await?;
    Ok(WithMap(made.map(|made| Created::at(format!("/v1/supporters/{}", made.supporter.id), made.into()))))
}
