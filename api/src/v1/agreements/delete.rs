use crate::auth::Bearer;
use crate::extract::{Id, IfMatch};
use crate::problem::Problem;
use crate::response::{NoContent, WithMap};
use actix_web::delete;
use actix_web::web::Data;
use domain::{AgreementId, Ports, agreements};

/// Removes an agreement.
#[utoipa::path(
    tag = "agreements",
    operation_id = "deleteAgreement",
    params(IfMatch),
    responses(WithMap<NoContent>),
)]
#[delete("/v1/agreements/{agreementId}")]
pub(super) async fn delete_agreement(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<AgreementId>,
    seen: IfMatch,
) -> Result<WithMap<NoContent>, Problem> {
    Ok(WithMap(agreements::delete(&ports, &caller.0, id.0, &seen.0).await?.map(|()| NoContent)))
}
