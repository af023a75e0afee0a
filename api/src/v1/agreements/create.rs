use super::dto::{AgreementView, CreateAgreement};
use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::{Id, ValidJson};
use crate::problem::Problem;
use crate::response::{Created, WithMap};
use actix_web::post;
use actix_web::web::Data;
use domain::{MapId, Ports, agreements};

/// Creates an agreement on a map: who is asked for what, by when.
#[utoipa::path(
    tag = "agreements",
    operation_id = "createAgreement",
    extensions(("x-problems" = json!(["unknown-reference", "map-full", "full"]))),
    params(IdempotencyHeader),
    request_body = CreateAgreement,
    responses(WithMap<Created<AgreementView>>),
)]
#[post("/v1/maps/{mapId}/agreements")]
pub(super) async fn create_agreement(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<MapId>,
    body: ValidJson<CreateAgreement>,
) -> Result<WithMap<Created<AgreementView>>, Problem> {
    let agreement = agreements::create(&ports, &caller.0, id.0, body.0.into()).await?;
    Ok(WithMap(agreement.map(|made| Created::at(format!("/v1/agreements/{}", made.id), made.into()))))
}
