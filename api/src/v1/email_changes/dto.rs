use crate::schema;
use crate::v1::passwords;
use domain::accounts::Email;
use domain::{Error, Password, Secret};
use serde::Deserialize;
use std::fmt;
use utoipa::ToSchema;

/// Another email address.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct RequestEmailChange {
    /// The new address.
    #[schema(value_type = schema::Email, example = "marijke@elders.example")]
    pub(super) email: Email,
    /// Your password.
    #[schema(min_length = 1, max_length = 200, format = Password, example = "een lange zin is sterk")]
    password: String,
}

impl fmt::Debug for RequestEmailChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RequestEmailChange")
    }
}

impl RequestEmailChange {
    pub(super) fn password(&self) -> Result<Password, Error> {
        passwords::typed(&self.password, "/password")
    }
}

/// The secret of the mail to the new address.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct AcceptEmailChange {
    /// The secret of the mail.
    #[schema(min_length = 1, max_length = 200, example = "vW2m0nU0x1xPq1fS0bq8c9m3m1yQh0m4m1l0m6vYc2E")]
    secret: String,
}

impl fmt::Debug for AcceptEmailChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AcceptEmailChange")
    }
}

impl From<AcceptEmailChange> for Secret {
    fn from(acceptance: AcceptEmailChange) -> Self {
        Self::new(acceptance.secret)
    }
}
