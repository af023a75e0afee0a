use crate::schema;
use domain::Secret;
use domain::accounts::Email;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Who wants to log in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct RequestLogInCode {
    /// Email address of the account; case is ignored.
    #[schema(value_type = schema::Email, example = "saskia@example.nl")]
    pub(super) email: Email,
}

/// What a mailed code is valid with.
#[derive(Serialize, ToSchema)]
#[schema(as = LogInTicket)]
pub(super) struct TicketView {
    /// Keep it in the browser, and send it with the code.
    #[schema(example = "vW2m0nU0x1xPq1fS0bq8c9m3m1yQh0m4m1l0m6vYc2E")]
    ticket: String,
}

impl std::fmt::Debug for TicketView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TicketView")
    }
}

impl From<Secret> for TicketView {
    fn from(ticket: Secret) -> Self {
        Self { ticket: ticket.expose().to_owned() }
    }
}
