use super::dto::{ClientView, CreateClient};
use crate::auth::Bearer;
use crate::extract::{ValidJson, read_query};
use crate::openapi::CreateErrors;
use crate::problem::Problem;
use crate::respond::{Created, Resource};
use actix_web::web::Data;
use actix_web::{Either, FromRequest, HttpRequest, dev::Payload, post};
use domain::FieldCode;
use domain::Ports;
use domain::clients::{self, IfExists, Outcome};
use std::future::{Ready, ready};
use utoipa::IntoParams;

/// Creates a client.
///
/// With `ifExists=return` the client that has one of the external identifiers already is given back, with 200. If that client's
/// name (whatever its case and accents) or date of birth is another, the answer is 409 `client-differs`; a date of birth that is
/// missing differs from none.
#[utoipa::path(
    tag = "clients",
    operation_id = "createClient",
    params(ConditionalQuery, ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeat of this request safe, for 24 hours.")),
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
    conditional: Conditional,
    body: ValidJson<CreateClient>,
) -> Result<Either<Created<ClientView>, Resource<ClientView>>, Problem> {
    Ok(match clients::create(&ports, &caller.0, body.0.into(), conditional.0).await? {
        Outcome::Created(client) => Either::Left(Created::at(format!("/v1/clients/{}", client.id), client.into())),
        Outcome::Existing(client) => Either::Right(Resource(client.into())),
    })
}

/// The query of a creation.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Query, rename_all = "camelCase")]
struct ConditionalQuery {
    /// What to do when a client with one of the external identifiers exists.
    #[param(inline)]
    #[expect(dead_code, reason = "read by Conditional; here for the documentation")]
    if_exists: Option<OnExisting>,
}

#[derive(Debug, utoipa::ToSchema)]
#[schema(rename_all = "lowercase")]
#[expect(dead_code, reason = "for the documentation")]
enum OnExisting {
    Refuse,
    Return,
}

/// What to do when a client with one of the external identifiers exists; refused by default.
#[derive(Debug)]
struct Conditional(IfExists);

impl FromRequest for Conditional {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let mut choice = IfExists::Refuse;
        let errors = read_query(request.query_string(), &[], |name, value| {
            let choices = [("refuse", IfExists::Refuse), ("return", IfExists::Return)];
            let known = choices.into_iter().find(|(code, _)| *code == value);
            (name == "ifExists").then(|| known.map(|(_, known)| choice = known).ok_or(FieldCode::Enum))
        });
        ready(if errors.is_empty() { Ok(Self(choice)) } else { Err(Problem::invalid(errors)) })
    }
}
