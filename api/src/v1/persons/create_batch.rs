use super::dto::{CreatePersons, PersonsView};
use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::{Id, ValidJson};
use crate::problem::Problem;
use actix_web::http::header::LOCATION;
use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use domain::{ClientId, Ports, persons};

/// Creates at most 200 persons in a client's life, all or none.
///
/// For contacts chosen from an address book. Repeated with the same `Idempotency-Key`, it returns the persons as they
/// are now.
#[utoipa::path(
    tag = "persons",
    operation_id = "createPersons",
    extensions(("x-problems" = json!(["full"]))),
    params(IdempotencyHeader),
    request_body = CreatePersons,
    responses(
        (status = 201, description = "Created, in request order.", body = PersonsView,
            headers(("Location" = String, description = "The address of the client's persons."))),
    ),
)]
#[post("/v1/clients/{clientId}/persons/batch")]
pub(super) async fn create_persons(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ClientId>,
    body: ValidJson<CreatePersons>,
) -> Result<HttpResponse, Problem> {
    let made = persons::create_all(&ports, &caller.0, id.0, body.0.into()).await?;
    let location = format!("/v1/clients/{}/persons", id.0);
    Ok(HttpResponse::Created().insert_header((LOCATION, location)).json(PersonsView::from(made)))
}
