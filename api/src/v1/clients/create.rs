use super::dto::{ClientView, CreateClient};
use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::{ValidJson, ValidQuery};
use crate::problem::Problem;
use crate::response::{Created, Resource};
use actix_web::web::Data;
use actix_web::{Either, post};
use domain::Ports;
use domain::clients::{self, IfExists, Outcome};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

/// Creates a client.
///
/// With `ifExists=return` an existing client with one of the external identifiers is returned, with 200. If that
/// client's name (ignoring case and accents) or date of birth differs, the response is 409 `client-differs`; an absent
/// date of birth never differs.
#[utoipa::path(
    tag = "clients",
    operation_id = "createClient",
    extensions(("x-problems" = json!(["client-differs", "external-identifier-taken"]))),
    params(CreationQuery, IdempotencyHeader),
    request_body = CreateClient,
    responses(Created<ClientView>, Resource<ClientView>),
)]
#[post("/v1/clients")]
pub(super) async fn create_client(
    ports: Data<Ports>,
    caller: Bearer,
    query: ValidQuery<CreationQuery>,
    body: ValidJson<CreateClient>,
) -> Result<Either<Created<ClientView>, Resource<ClientView>>, Problem> {
    Ok(match clients::create(&ports, &caller.0, body.0.into(), query.0.if_exists.into()).await? {
        Outcome::Created(client) => Either::Left(Created::at(format!("/v1/clients/{}", client.id), client.into())),
        Outcome::Existing(client) => Either::Right(Resource(client.into())),
    })
}

/// The query of a creation.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query, rename_all = "camelCase")]
#[serde(rename_all = "camelCase")]
struct CreationQuery {
    /// What to do when a client with one of the external identifiers exists.
    #[serde(default)]
    #[param(inline)]
    if_exists: OnExisting,
}

/// What to do when the client is there already.
#[derive(Clone, Copy, Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
enum OnExisting {
    /// Answer 409.
    #[default]
    Refuse,
    /// Answer the client.
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
