use crate::schema;
use crate::v1::passwords;
use crate::v1::sessions::LoggedInView;
use domain::accounts::Email;
use domain::invitations::{Acceptance, Accepted};
use domain::{Error, Secret, ShortText};
use serde::{Deserialize, Serialize};
use std::fmt;
use utoipa::ToSchema;
use uuid::Uuid;

/// Who accepts an invitation.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct AcceptInvitation {
    /// The invitation's secret.
    #[schema(min_length = 1, max_length = 200, example = "vW2m0nU0x1xPq1fS0bq8c9m3m1yQh0m4m1l0m6vYc2E")]
    secret: String,
    /// The address to log in with; required if the invitation names none, and ignored otherwise.
    #[schema(value_type = Option<schema::Email>, example = "saskia@post.example")]
    email: Option<Email>,
    /// Your name; required for a new account.
    #[schema(value_type = Option<schema::ShortText>, example = "Marijke Bos")]
    name: Option<ShortText>,
    /// The password of a new account, at least 12 characters; or of your existing account.
    #[schema(min_length = 1, max_length = 200, format = Password, example = "een lange zin is sterk")]
    password: String,
}

impl fmt::Debug for AcceptInvitation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AcceptInvitation")
    }
}

/// The membership created by an invitation.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = AcceptedInvitation)]
pub(super) struct AcceptedView {
    user_id: Uuid,
    /// The organisation of the membership.
    organisation_id: Uuid,
    /// Their membership.
    member_id: Uuid,
    /// For the first log-in of a client, and shown only here: keep it to confirm a later log-in. Null otherwise.
    #[schema(required, example = "7K2MX-0QH4T-9V1WD-3RBCE")]
    confirmation_code: Option<String>,
    /// The new session in the organisation, as from `logIn`; null if you have to log in.
    #[schema(required)]
    logged_in: Option<LoggedInView>,
}

impl fmt::Debug for AcceptedView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AcceptedView").field("member_id", &self.member_id).finish_non_exhaustive()
    }
}

impl TryFrom<AcceptInvitation> for Acceptance {
    type Error = Error;

    fn try_from(acceptance: AcceptInvitation) -> Result<Self, Error> {
        let password = passwords::typed(&acceptance.password, "/password")?;
        Ok(Self { secret: Secret::new(acceptance.secret), email: acceptance.email, name: acceptance.name, password })
    }
}

impl AcceptedView {
    pub(super) fn new(accepted: Accepted, logged_in: Option<LoggedInView>) -> Self {
        Self {
            user_id: accepted.user_id.0,
            organisation_id: accepted.organisation_id.0,
            member_id: accepted.member_id.0,
            confirmation_code: accepted.confirmation_code.map(|code| code.shown()),
            logged_in,
        }
    }
}
