use crate::auth::Bearer;
use crate::extract::{Id, TextFile, ValidJson};
use crate::openapi::CreateErrors;
use crate::problem::Problem;
use crate::respond::Resource;
use crate::v1::maps::WholeMapView;
use actix_web::dev::Payload;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpMessage, HttpRequest, post};
use domain::imports::NewOnMap;
use domain::{Error, MapId, Ports, imports};
use exchange::Tables;
use futures_util::FutureExt;
use futures_util::future::LocalBoxFuture;
use serde::Deserialize;
use utoipa::ToSchema;

/// People to add to a map, as three tables in CSV: a header with the names of the columns in any order, then the rows. With
/// commas, semicolons or tabs, as the header has them or a first line `sep=;` says. An empty cell is unanswered; an
/// apostrophe before a formula is removed; `3.0` is 3. A quote stands around a whole cell, and only a note has line breaks.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct MapTables {
    /// Columns `key` and `alias`, and as far as wanted `relationship`, `lifeDomain`, `closeness`, `contactFrequency`,
    /// `tension`, `burden`, `phone`, `email`, `note`. The key is what the other tables call the person by. At most 200 rows.
    #[schema(max_length = 2_097_152, example = "key;alias;closeness\r\n1;Anna;inner\r\n2;Bram;\r\n")]
    persons: String,
    /// Columns `person` and `supportType`, and as far as wanted `direction` and `availability`. At most 2,000 rows.
    #[serde(default)]
    #[schema(max_length = 2_097_152, example = "person;supportType;availability\r\n1;emotional;could-ask\r\n")]
    supports: String,
    /// Columns `first` and `second`, and if wanted `strength`. At most 2,000 ties. The same two in either order are one
    /// tie; two strengths for one tie are an error.
    #[serde(default)]
    #[schema(max_length = 2_097_152, example = "first;second;strength\r\n1;2;3\r\n")]
    ties: String,
}

impl From<MapTables> for Tables {
    fn from(tables: MapTables) -> Self {
        Self { persons: tables.persons, supports: tables.supports, ties: tables.ties }
    }
}

/// What is brought in: three tables in JSON, or the table of persons alone as a file.
pub(super) struct TablesBody(NewOnMap);

impl FromRequest for TablesBody {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        if request.content_type().eq_ignore_ascii_case("text/csv") {
            let file = TextFile::from_request(request, payload);
            return async move {
                let tables = Tables { persons: file.await?.text()?, ..Tables::default() };
                Ok(Self(exchange::read(&tables).map_err(in_file)?))
            }
            .boxed_local();
        }
        let json = ValidJson::<MapTables>::from_request(request, payload);
        async move { Ok(Self(exchange::read(&json.await?.0.into())?)) }.boxed_local()
    }
}

/// The table is the body itself.
fn in_file(error: Error) -> Error {
    let Error::Invalid(mut errors) = error else { return error };
    errors.iter_mut().for_each(|error| error.pointer.clear());
    Error::Invalid(errors)
}

/// Adds people from tables to a map, besides those who are on it; all of them or nothing.
///
/// As `text/csv` the body is the table of persons alone, in UTF-8, in UTF-16 with a byte order mark, or in the encoding
/// that `charset` names, such as `windows-1252`. Every error has the table, the row as a spreadsheet numbers it, and the
/// column. At most 2 MiB.
#[utoipa::path(
    tag = "portability",
    operation_id = "importMapContent",
    params(("mapId" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeat of this request safe, for 24 hours.")),
    request_body(content((MapTables = "application/json"), (String = "text/csv", example = "key;alias;closeness\r\n1;Anna;inner\r\n"))),
    responses(
        (status = 200, description = "The whole map as it is now.", body = WholeMapView, headers(("ETag" = String, description = "Its version."))),
        CreateErrors,
    ),
)]
#[post("/v1/maps/{mapId}/import")]
pub(super) async fn import_map_content(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<MapId>,
    body: TablesBody,
) -> Result<Resource<WholeMapView>, Problem> {
    Ok(Resource(imports::into_map(&ports, &caller.0, id.0, body.0).await?.into()))
}
