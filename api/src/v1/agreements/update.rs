use super::dto::{AgreementView, UpdateAgreement};
use crate::auth::Bearer;
use crate::extract::{Id, IfMatch, ValidJson};
use crate::problem::Problem;
use crate::response::{Resource, WithMap};
use actix_web::patch;
use actix_web::web::Data;
use domain::{AgreementId, Ports, agreements};

/// Changes an agreement.
///
/// Its status goes from `planned` to `asked`, then to `accepted` or `declined`, and from `accepted` to `done` and
/// `thanked`. Each step can be taken back; `declined` can be `planned` again. Any other step gets 409.
#[utoipa::path(
    tag = "agreements",
    operation_id = "updateAgreement",
    extensions(("x-problems" = json!(["unknown-reference", "agreement-step", "full"]))),
    params(IfMatch),
    request_body(content = UpdateAgreement, content_type = "application/merge-patch+json"),
    responses(WithMap<Resource<AgreementView>>),
)]
#[patch("/v1/agreements/{agreementId}")]
pub(super) async fn update_agreement(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<AgreementId>,
    seen: IfMatch,
    body: ValidJson<UpdateAgreement>,
) -> Result<WithMap<Resource<AgreementView>>, Problem> {
    let changed = agreements::update(&ports, &caller.0, id.0, &seen.0, body.0.into()).await?;
    Ok(WithMap(changed.map(|changed| Resource(changed.into()))))
}
