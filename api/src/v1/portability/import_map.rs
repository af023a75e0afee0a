use crate::auth::Bearer;
use crate::extract::{Id, ValidJson};
use crate::openapi::CreateErrors;
use crate::problem::Problem;
use crate::respond::Resource;
use crate::v1::maps::WholeMapView;
use actix_web::post;
use actix_web::web::Data;
use domain::{MapId, Ports, imports};
use exchange::Tables;
use serde::Deserialize;
use utoipa::ToSchema;

/// People to add to a map, as three tables in CSV: a header with the names of the columns in any order, then the rows. With
/// commas or semicolons, with or without a byte order mark. An empty cell is unanswered; an apostrophe before a formula
/// goes.
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
    /// Columns `first` and `second`, and if wanted `strength`. At most 2,000 rows.
    #[serde(default)]
    #[schema(max_length = 2_097_152, example = "first;second;strength\r\n1;2;3\r\n")]
    ties: String,
}

impl From<MapTables> for Tables {
    fn from(tables: MapTables) -> Self {
        Self { persons: tables.persons, supports: tables.supports, ties: tables.ties }
    }
}

/// Adds people from tables to a map, besides those who are on it; all of them or nothing.
///
/// Every error is told with the table, the row and the column. At most 2 MiB.
#[utoipa::path(
    tag = "portability",
    operation_id = "importMapContent",
    params(("mapId" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeat of this request safe, for 24 hours.")),
    request_body = MapTables,
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
    body: ValidJson<MapTables>,
) -> Result<Resource<WholeMapView>, Problem> {
    let new = exchange::read(&body.0.into())?;
    Ok(Resource(imports::into_map(&ports, &caller.0, id.0, new).await?.into()))
}
