use crate::schema;
use crate::v1::users::NamedUserView;
use chrono::{DateTime, Utc};
use domain::TypedCode;
use domain::accounts::Email;
use domain::log_ins::{Confirmation, LogIn};
use serde::{Deserialize, Serialize};
use std::fmt;
use utoipa::ToSchema;
use uuid::Uuid;

/// What confirms a log-in.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct ConfirmLogIn {
    /// The client's code, sent by the new log-in itself. Administrators leave it out.
    #[schema(min_length = 1, max_length = 100, example = "7K2MX-0QH4T-9V1WD-3RBCE")]
    code: Option<String>,
}

impl ConfirmLogIn {
    pub(super) fn code(&self) -> Option<TypedCode> {
        self.code.as_deref().map(TypedCode::typed)
    }
}

impl fmt::Debug for ConfirmLogIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ConfirmLogIn")
    }
}

/// A user linked to a client's record, now or before.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ClientLogIn)]
pub(super) struct LogInView {
    id: Uuid,
    client_id: Uuid,
    user: NamedUserView,
    /// The user's email address; null for a removed account and for an unconfirmed log-in.
    #[schema(value_type = Option<schema::Email>, required, example = "saskia@post.example")]
    email: Option<Email>,
    /// When it was linked.
    linked_at: DateTime<Utc>,
    /// The user who invited this log-in; null if not recorded.
    #[schema(required)]
    linked_by: Option<NamedUserView>,
    /// When the link ended; null while linked.
    #[schema(required)]
    unlinked_at: Option<DateTime<Utc>>,
    /// Who ended it.
    #[schema(required)]
    unlinked_by: Option<NamedUserView>,
    /// When it was confirmed; null until then.
    #[schema(required)]
    confirmed_at: Option<DateTime<Utc>>,
    /// The user who confirmed it; null for a first log-in and after confirmation on the command line.
    #[schema(required)]
    confirmed_by: Option<NamedUserView>,
    /// What confirmed it.
    #[schema(value_type = Option<schema::Confirmation>, required, example = "code")]
    confirmation: Option<Confirmation>,
}

impl From<LogIn> for LogInView {
    fn from(log_in: LogIn) -> Self {
        Self {
            id: log_in.id.0,
            client_id: log_in.client_id.0,
            user: log_in.user.into(),
            email: log_in.email,
            linked_at: log_in.linked_at,
            linked_by: log_in.linked_by.map(Into::into),
            unlinked_at: log_in.unlinked_at,
            unlinked_by: log_in.unlinked_by.map(Into::into),
            confirmed_at: log_in.confirmed_at,
            confirmed_by: log_in.confirmed_by.map(Into::into),
            confirmation: log_in.confirmation,
        }
    }
}
