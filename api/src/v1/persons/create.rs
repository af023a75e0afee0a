use super::dto::{CreatePerson, PersonView};
use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::{Id, ValidJson};
use crate::problem::Problem;
use crate::response::Created;
use actix_web::post;
use actix_web::web::Data;
use domain::{ClientId, Ports, persons};

/// Creates a person in a client's life. Only the alias is required.
#[utoipa::path(
    tag = "persons",
    operation_id = "createPerson",
    extensions(("x-problems" = json!(["full"]))),
    params(IdempotencyHeader),
    request_body = CreatePerson,
    responses(Created<PersonView>),
)]
#[post("/v1/clients/{clientId}/persons")]
pub(super) async fn create_person(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ClientId>,
    body: ValidJson<CreatePerson>,
) -> Result<Created<PersonView>, Problem> {
    let made = persons::create(&ports, &caller.0, id.0, body.0.into()).await?;
    Ok(Created::at(format!("/v1/persons/{}", made.id), made.into()))
}
