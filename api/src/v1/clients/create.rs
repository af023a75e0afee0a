use super::dto::{ClientView, CreateClient};
use crate::auth::Bearer;
use crate::extract::ValidJson;
use crate::openapi::CreateErrors;
use crate::problem::Problem;
use crate::respond::{Created, Resource};
use actix_web::web::{Data, Query};
use actix_web::{Either, post};
use domain::Ports;
use domain::clients::{self, IfExists, Outcome};
use serde::Deserialize;
use utoipa::IntoParams;

/// Creates a client.
///
/// With `ifExists=return` the client that has one of the external identifiers already is given back, with 200.
#[utoipa::path(
    tag = "clients",
    operation_id = "createClient",
    params(Conditional, ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeat of this request safe, for 24 hours.")),
    request_body = CreateClient,
    responses(
        (status = 201, description = "Created.", body = ClientView,
            headers(("Location" = String, description = "Its address."), ("ETag" = String, description = "Its version."))),
        (status = 200, description = "There was one already.", body = ClientView, headers(("ETag" = String, description = "Its version."))),
        CreateErrors,
    ),
)]
#[post("/v1/clients")]
pub(super) async fn create_client(
    ports: Data<Ports>,
    caller: Bearer,
    query: Query<Conditional>,
    body: ValidJson<CreateClient>,
) -> Result<Either<Created<ClientView>, Resource<ClientView>>, Problem> {
    let if_exists = query.into_inner().if_exists.unwrap_or_default().into();
    Ok(match clients::create(&ports, &caller.0, body.0.into(), if_exists).await? {
        Outcome::Created(client) => Either::Left(Created::at(format!("/v1/clients/{}", client.id), client.into())),
        Outcome::Existing(client) => Either::Right(Resource(client.into())),
    })
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct Conditional {
    /// What to do when a client with one of the external identifiers exists.
    #[param(inline)]
    if_exists: Option<OnExisting>,
}

#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
enum OnExisting {
    #[default]
    Refuse,
    Return,
}

impl From<OnExisting> for IfExists {
    fn from(choice: OnExisting) -> Self {
        match choice {
            OnExisting::Refuse => Self::Refuse,
            OnExisting::Return => Self::Return,
        }
    }
}
