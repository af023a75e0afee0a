use super::dto::{CreatePerson, PersonView};
use crate::auth::Bearer;
use crate::extract::{Id, ValidJson};
use crate::problem::Problem;
use crate::response::Created;
use actix_web::post;
use actix_web::web::Data;
use domain::{ClientId, Ports, persons};

/// Names a person in a client's life. An alias is enough.
#[utoipa::path(
    tag = "persons",
    operation_id = "createPerson",
    extensions(("x-problems" = json!(["full"]))),
    params(("clientId" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeat of this request safe, for 24 hours.")),
    request_body = CreatePerson,
    responses(
        (status = 201, description = "Created.", body = PersonView,
            headers(("Location" = String, description = "Its address."), ("ETag" = String, description = "Its version."))),
    ),
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
