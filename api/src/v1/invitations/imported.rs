use crate::schema;
use domain::accounts::Email;
use domain::invitations::{ImportOutcome, ImportedRow};
use serde::Serialize;
use std::fmt;
use utoipa::ToSchema;
use uuid::Uuid;

/// What became of each row, in the order of the table.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ImportedInvitations)]
pub(super) struct ImportedInvitationsView {
    #[schema(max_items = 500)]
    items: Vec<ImportedInvitationView>,
}

/// A row of a table of people to invite.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ImportedInvitation)]
struct ImportedInvitationView {
    /// The row as a spreadsheet numbers it; the header is row 1.
    #[schema(minimum = 1, example = 2)]
    row: u32,
    #[schema(value_type = schema::Email, example = "marijke@delinde.example")]
    email: Email,
    /// What became of it; of a dry run, what would.
    #[schema(value_type = schema::ImportOutcome, example = "invited")]
    outcome: ImportOutcome,
    /// The new invitation; null if there is none.
    #[schema(required)]
    invitation_id: Option<Uuid>,
    /// The secret to accept it with, shown only here; null if it is mailed, or there is none.
    #[schema(required, example = "vW2m0nU0x1xPq1fS0bq8c9m3m1yQh0m4m1l0m6vYc2E")]
    secret: Option<String>,
}

impl fmt::Debug for ImportedInvitationView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ImportedInvitationView").field("row", &self.row).finish_non_exhaustive()
    }
}

impl From<Vec<ImportedRow>> for ImportedInvitationsView {
    fn from(rows: Vec<ImportedRow>) -> Self {
        Self { items: rows.into_iter().map(Into::into).collect() }
    }
}

impl From<ImportedRow> for ImportedInvitationView {
    fn from(row: ImportedRow) -> Self {
        Self {
            row: row.row,
            email: row.email,
            outcome: row.outcome,
            invitation_id: row.invitation.map(|id| id.0),
            secret: row.secret.map(|secret| secret.expose().to_owned()),
        }
    }
}
