use super::document::ClientDocument;
use super::gate::Imports;
use super::reader;
use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::{Id, Upload};
use crate::problem::Problem;
use actix_web::post;
use actix_web::web::{Data, Json};
use domain::imports::{self, Imported};
use domain::{ClientId, Ports};
use serde::Serialize;
use utoipa::ToSchema;

/// Numbers of imported items.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Imported)]
pub(super) struct ImportedView {
    /// Number of persons.
    persons: usize,
    /// Number of maps.
    maps: usize,
    /// Number of cards.
    cards: usize,
}

impl From<Imported> for ImportedView {
    fn from(imported: Imported) -> Self {
        Self { persons: imported.persons, maps: imported.maps, cards: imported.cards }
    }
}

/// Imports an exported client into a client without persons and maps, all or nothing.
///
/// Timestamps are preserved; ids are new; cards keep their number, timestamp, role and hash. The name and other details
/// of the client here do not change. No timestamp may be in the future, and no card number above 100,000. Only the
/// client can import private maps, reflections and cards. At most 64 MiB, one import at a time per organisation; the
/// body is received after the caller is authorized.
#[utoipa::path(
    tag = "portability",
    operation_id = "importClient",
    extensions(("x-problems" = json!(["client-not-empty", "unknown-reference", "full"]))),
    params(IdempotencyHeader),
    request_body = ClientDocument,
    responses((status = 200, description = "Imported.", body = ImportedView)),
)]
#[post("/v1/clients/{clientId}/import")]
pub(super) async fn import_client(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ClientId>,
    imports: Data<Imports>,
    upload: Upload,
) -> Result<Json<ImportedView>, Problem> {
    let _place = imports.enter(imports::authorize_client(&ports, &caller.0, id.0).await?)?;
    let (body, caller) = upload.json_bytes().await?;
    let document = reader::read_apart(body).await?;
    Ok(Json(imports::into_client(&ports, &caller, id.0, document).await?.into()))
}
