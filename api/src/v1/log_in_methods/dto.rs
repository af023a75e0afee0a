use crate::schema;
use domain::ShortText;
use domain::accounts::Email;
use domain::provider_log_ins::OfferedProvider;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Who wants to log in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct FindLogInMethods {
    /// Email address; only its domain matters.
    #[schema(value_type = schema::Email, example = "coach@linde.example")]
    pub(super) email: Email,
}

/// How a user can log in.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = LogInMethods)]
pub(super) struct LogInMethodsView {
    /// Whether a password can be used. Always true.
    password: bool,
    /// The identity providers of the organisations that have proven the domain.
    providers: Vec<OfferedProviderView>,
}

/// An identity provider to log in with.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = OfferedProvider)]
struct OfferedProviderView {
    id: Uuid,
    #[schema(value_type = schema::ShortText, example = "De Linde")]
    name: ShortText,
    /// The name of its organisation.
    #[schema(value_type = schema::ShortText, example = "Stichting De Linde")]
    organisation: ShortText,
}

impl From<Vec<OfferedProvider>> for LogInMethodsView {
    fn from(offered: Vec<OfferedProvider>) -> Self {
        let view =
            |it: OfferedProvider| OfferedProviderView { id: it.id.0, name: it.name, organisation: it.organisation };
        Self { password: true, providers: offered.into_iter().map(view).collect() }
    }
}
