use super::dto::FoundView;
use super::query::{HelpersQuery, Needed};
use crate::auth::Bearer;
use crate::extract::Id;
use crate::locale;
use crate::openapi::ReadErrors;
use crate::problem::Problem;
use crate::respond::Spoken;
use actix_web::web::{Data, Json};
use actix_web::{HttpRequest, get};
use domain::{ClientId, Ports, helpers};

/// Finds who could help a client with one need, in order, each with the reasons why.
#[utoipa::path(
    tag = "helpers",
    operation_id = "findHelpers",
    params(("clientId" = Uuid, Path), HelpersQuery),
    responses(
        (status = 200, description = "Who could help; empty without a map.", body = FoundView, headers(
            ("Content-Language" = String, description = "The language of the sentences and labels."),
        )),
        ReadErrors,
    ),
)]
#[get("/v1/clients/{clientId}/helpers")]
pub(super) async fn find_helpers(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ClientId>,
    needed: Needed,
    request: HttpRequest,
) -> Result<Spoken<Json<FoundView>>, Problem> {
    let language = locale::language(&request);
    let found = helpers::find(&ports, &caller.0, id.0, &needed.support_type, needed.map).await;
    let found = found.map_err(|error| Problem::from(error).in_query())?;
    Ok(Spoken(language, Json(FoundView::new(found, language))))
}
