use super::dto::OrganisationView;
use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::Id;
use crate::problem::Problem;
use actix_web::post;
use actix_web::web::{Data, Json};
use domain::{OrganisationId, Ports, organisations};

/// Requests the purge of an organisation, the first of two steps. For the operator. Needs a recent confirmation.
///
/// The organisation is suspended, and can be purged 30 days later, from `purgeableAt`. Until then, reactivating it withdraws the request.
/// Requesting it again has no effect.
#[utoipa::path(
    tag = "organisations",
    operation_id = "requestPurge",
    params(IdempotencyHeader),
    responses((status = 200, description = "The organisation.", body = OrganisationView)),
)]
#[post("/v1/organisations/{organisationId}/purge-requests")]
pub(super) async fn request_purge(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<OrganisationId>,
) -> Result<Json<OrganisationView>, Problem> {
    Ok(Json(organisations::request_purge(&ports, &caller.0, id.0).await?.into()))
}
