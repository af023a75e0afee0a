use super::dto::{CreateOrganisation, CreatedOrganisationView};
use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::ValidJson;
use crate::problem::Problem;
use crate::response::Created;
use actix_web::post;
use actix_web::web::Data;
use domain::{Ports, organisations};

/// Creates an organisation, with an invitation for its first administrator. For the operator.
///
/// If the service sends mail, the secret of the invitation is mailed. Otherwise only this response contains it. It is used
/// with POST /v1/invitation-acceptances.
#[utoipa::path(
    tag = "organisations",
    operation_id = "createOrganisation",
    extensions(("x-problems" = json!(["email-taken"]))),
    params(IdempotencyHeader),
    request_body = CreateOrganisation,
    responses(Created<CreatedOrganisationView>),
)]
#[post("/v1/organisations")]
pub(super) async fn create_organisation(
    ports: Data<Ports>,
    caller: Bearer,

    body: ValidJson<CreateOrganisation>,
) -> Result<Created<CreatedOrganisationView>, Problem> {
    let created = organisations::create(&ports, &caller.0, body.0.into()).await?;
    Ok(Created::at(format!("/v1/organisations/{}", created.organisation.id), created.into()))
}
