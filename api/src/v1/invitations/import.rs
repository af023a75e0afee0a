use super::imported::ImportedInvitationsView;
use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::{Upload, ValidQuery};
use crate::problem::{Problem, ProblemType};
use actix_web::post;
use actix_web::web::{Data, Json, block};
use domain::invitations::{self, InvitationRow};
use domain::{Caller, Error, Ports};
use serde::Deserialize;
use utoipa::IntoParams;

/// The query of an import.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query, rename_all = "camelCase")]
pub(super) struct ImportQuery {
    /// Whether to check the table and return what would happen, and change nothing.
    #[param(required = false)]
    #[serde(default)]
    dry_run: bool,
}

/// The people in a table.
async fn receive(upload: Upload) -> Result<(Vec<InvitationRow>, Caller), Problem> {
    if upload.media_type() != "text/csv" {
        return Err(Problem::new(ProblemType::UnsupportedMediaType));
    }
    let (file, caller) = upload.text_file().await?;
    let read = block(move || Ok::<_, Problem>(exchange::read_invitations(&file.text_or_windows()?)?));
    Ok((read.await.map_err(Error::internal)??, caller))
}

/// Invites the people of a CSV table to become members, all or none. For administrators.
///
/// Columns `email` and `roles`: `coach`, `admin`, or both with a space or `|` between them. A column `language` may
/// say `nl` or `en`; a column `name` is ignored. A comma, semicolon or tab separates the columns, as in the header or in a first line such as `sep=;`. At most 500 rows
/// and 256 KiB. The encoding is UTF-8, UTF-16 with a byte order mark, the one in `charset`, or else Windows-1252.
///
/// Every error names the row as a spreadsheet numbers it, and the column; nobody is invited then. Members and people with
/// an open invitation are listed and not invited again, so the same table can be sent twice. If the service sends mail,
/// the secrets are mailed and shown to nobody. Otherwise only this response contains them: hand each over.
#[utoipa::path(
    tag = "invitations",
    operation_id = "importInvitations",
    extensions(("x-problems" = json!(["too-many-invitations"]))),
    params(ImportQuery, IdempotencyHeader),
    request_body(content((String = "text/csv", example = "email;name;roles\r\nmarijke@delinde.example;Marijke;coach\r\n"))),
    responses((status = 200, description = "What became of each row.", body = ImportedInvitationsView)),
)]
#[post("/v1/invitation-imports")]
pub(super) async fn import_invitations(
    ports: Data<Ports>,
    _caller: Bearer,
    query: ValidQuery<ImportQuery>,
    upload: Upload,
) -> Result<Json<ImportedInvitationsView>, Problem> {
    let (rows, caller) = receive(upload).await?;
    Ok(Json(invitations::import(&ports, &caller, rows, query.0.dry_run).await?.into()))
}
