use super::dto::{AgreementView, CreateAgreement};
use crate::auth::Bearer;
use crate::extract::{Id, ValidJson};
use crate::problem::Problem;
use crate::response::{Created, WithMap};
use actix_web::post;
use actix_web::web::Data;
use domain::{MapId, Ports, agreements};

/// Makes an agreement on a map: who is asked what, by when.
#[utoipa::path(
    tag = "agreements",
    operation_id = "createAgreement",
    extensions(("x-problems" = json!(["unknown-reference", "map-full", "full"]))),
    params(("mapId" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeat of this request safe, for 24 hours.")),
    request_body = CreateAgreement,
    responses(
        (status = 201, description = "Created.", body = AgreementView,
            headers(("Location" = String, description = "Its address."), ("ETag" = String, description = "Its version."),
                ("Map-ETag" = String, description = "The map's version since; not where a repeated request is answered as before."))),
    ),
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
