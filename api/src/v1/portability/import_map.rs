use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::{Id, Upload};
use crate::problem::Problem;
use crate::response::Resource;
use crate::v1::maps::WholeMapView;
use actix_web::post;
use actix_web::web::Data;
use domain::imports::NewOnMap;
use domain::{Caller, Error, MapId, Ports, imports};
use exchange::Tables;
use serde::Deserialize;
use utoipa::ToSchema;

/// People to add to a map, as three CSV tables: a header with the column names in any order, then the rows. The
/// delimiter is a comma, semicolon or tab, as in the header or in a first line such as `sep=;`. An empty cell is
/// unanswered; an apostrophe before a formula is removed; `3.0` is 3. Quotes must enclose a whole cell; only notes may
/// contain line breaks.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct MapTables {
    /// Columns `key` and `alias`; optionally `relationship`, `lifeDomain`, `closeness`, `contactFrequency`, `tension`,
    /// `burden`, `phone`, `email`, `note`. The other tables refer to the person by this key. At most 200 rows.
    #[schema(max_length = 2_097_152, example = "key;alias;closeness\r\n1;Anna;inner\r\n2;Bram;\r\n")]
    persons: String,
    /// Columns `person` and `supportType`; optionally `direction` and `availability`. At most 2,000 rows.
    #[serde(default)]
    #[schema(max_length = 2_097_152, example = "person;supportType;availability\r\n1;emotional;could-ask\r\n")]
    supports: String,
    /// Columns `first` and `second`; optionally `strength`. At most 2,000 ties. The order of the two does not matter;
    /// two strengths for one tie are an error.
    #[serde(default)]
    #[schema(max_length = 2_097_152, example = "first;second;strength\r\n1;2;3\r\n")]
    ties: String,
}

impl From<MapTables> for Tables {
    fn from(tables: MapTables) -> Self {
        Self { persons: tables.persons, supports: tables.supports, ties: tables.ties }
    }
}

/// Receives the tables: three in JSON, or only the table of persons as a file.
async fn receive(upload: Upload) -> Result<(NewOnMap, Caller), Problem> {
    if upload.media_type() == "text/csv" {
        let (file, caller) = upload.text_file().await?;
        let tables = Tables { persons: file.text()?, ..Tables::default() };
        return Ok((exchange::read(&tables).map_err(in_file)?, caller));
    }
    let (tables, caller) = upload.json::<MapTables>().await?;
    Ok((exchange::read(&tables.into())?, caller))
}

/// Adapts the pointers of errors to a file: its table is the body itself.
fn in_file(error: Error) -> Error {
    let Error::Invalid(mut errors) = error else { return error };
    errors.iter_mut().for_each(|error| error.pointer.clear());
    Error::Invalid(errors)
}

/// Adds people from tables to a map, all or nothing.
///
/// A `text/csv` body is the table of persons only, in UTF-8, in UTF-16 with a byte order mark, or in the encoding in
/// `charset`, such as `windows-1252`. Every error names the table, the row as a spreadsheet numbers it, and the column.
/// At most 2 MiB.
#[utoipa::path(
    tag = "portability",
    operation_id = "importMapContent",
    extensions(("x-problems" = json!(["unknown-reference", "map-full", "full"]))),
    params(IdempotencyHeader),
    request_body(content((MapTables = "application/json"), (String = "text/csv", example = "key;alias;closeness\r\n1;Anna;inner\r\n"))),
    responses(Resource<WholeMapView>),
)]
#[post("/v1/maps/{mapId}/import")]
pub(super) async fn import_map_content(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<MapId>,
    upload: Upload,
) -> Result<Resource<WholeMapView>, Problem> {
    let upload = upload.authorized(imports::authorize_map(&ports, &caller.0, id.0)).await?;
    let (new, caller) = receive(upload).await?;
    Ok(Resource(imports::into_map(&ports, &caller, id.0, new).await?.into()))
}
