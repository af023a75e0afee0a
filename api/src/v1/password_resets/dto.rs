use crate::schema;
use domain::accounts::Email;
use domain::{Error, FieldCode, Password, Secret};
use serde::Deserialize;
use std::fmt;
use utoipa::ToSchema;

/// Who forgot their password.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct RequestPasswordReset {
    /// Email address of the account; case is ignored.
    #[schema(value_type = schema::Email, example = "coach@example.nl")]
    pub(super) email: Email,
}

/// A new password, with the secret of the mail.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct ResetPassword {
    /// The secret of the mail.
    #[schema(min_length = 1, max_length = 200, example = "vW2m0nU0x1xPq1fS0bq8c9m3m1yQh0m4m1l0m6vYc2E")]
    secret: String,
    /// The new password.
    #[schema(min_length = 12, max_length = 200, format = Password, example = "een lange zin is sterk")]
    new_password: String,
}

impl fmt::Debug for ResetPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ResetPassword")
    }
}

impl ResetPassword {
    pub(super) fn parts(self) -> Result<(Secret, Password), Error> {
        let password = Password::chosen(&self.new_password);
        let password = password.ok_or_else(|| Error::invalid("/newPassword", FieldCode::TooShort(Password::MIN)))?;
        Ok((Secret::new(self.secret), password))
    }
}
