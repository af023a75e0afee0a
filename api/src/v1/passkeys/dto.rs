use super::options::{PasskeyCreationOptions, PasskeyRequestOptions};
use crate::client_address::ClientNetwork;
use crate::schema;
use crate::v1::second_factors::SecondFactorView;
use crate::v1::sessions;
use chrono::{DateTime, Utc};
use domain::accounts::Email;
use domain::passkeys::{self, Challenge, PasskeyLogIn};
use domain::second_factors::SecondFactor;
use domain::sessions::SessionKind;
use domain::{Error, Result, Secret, ShortText, TypedCode};
use serde::{Deserialize, Serialize};
use std::fmt;
use utoipa::ToSchema;

/// Who wants to log in with a passkey.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct RequestPasskeyChallenge {
    /// Email address of the account; case is ignored.
    #[schema(value_type = schema::Email, example = "coach@example.nl")]
    pub(super) email: Email,
}

/// A challenge for a passkey, which one answer uses up.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = PasskeyChallenge)]
pub(super) struct PasskeyChallengeView {
    /// Send it with the answer.
    #[schema(example = "vW2m0nU0x1xPq1fS0bq8c9m3m1yQh0m4m1l0m6vYc2E")]
    ceremony: String,
    options: PasskeyRequestOptions,
    /// When it no longer accepts an answer.
    expires_at: DateTime<Utc>,
}

/// A challenge to make a passkey, which one answer uses up.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = PasskeyRegistration)]
pub(super) struct PasskeyRegistrationView {
    /// Send it with the answer.
    #[schema(example = "vW2m0nU0x1xPq1fS0bq8c9m3m1yQh0m4m1l0m6vYc2E")]
    ceremony: String,
    options: PasskeyCreationOptions,
    /// When it no longer accepts an answer.
    expires_at: DateTime<Utc>,
}

impl TryFrom<Challenge> for PasskeyChallengeView {
    type Error = Error;

    fn try_from(Challenge { ceremony, options, expires_at }: Challenge) -> Result<Self> {
        let options = serde_json::from_str(&options).map_err(Error::internal)?;
        Ok(Self { ceremony: ceremony.expose().to_owned(), options, expires_at })
    }
}

impl TryFrom<Challenge> for PasskeyRegistrationView {
    type Error = Error;

    fn try_from(Challenge { ceremony, options, expires_at }: Challenge) -> Result<Self> {
        let options = serde_json::from_str(&options).map_err(Error::internal)?;
        Ok(Self { ceremony: ceremony.expose().to_owned(), options, expires_at })
    }
}

/// The browser's credential after the use of a passkey, as its `toJSON()` gives it. Other members are ignored.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(in crate::v1) struct PasskeyAssertion {
    /// The id of the passkey in Base64url.
    #[schema(max_length = 1400)]
    id: String,
    /// The same.
    #[schema(max_length = 1400)]
    raw_id: String,
    /// Always `public-key`.
    #[schema(max_length = 40, example = "public-key")]
    r#type: String,
    response: PasskeySignature,
}

/// What an authenticator signed, in Base64url. Other members are ignored.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct PasskeySignature {
    /// The challenge and the origin, as the browser saw them.
    #[serde(rename = "clientDataJSON")]
    #[schema(max_length = 8192)]
    client_data_json: String,
    /// The relying party, the counter, and whether the user was verified.
    #[schema(max_length = 8192)]
    authenticator_data: String,
    /// The signature of both.
    #[schema(max_length = 8192)]
    signature: String,
    /// The id of the user, if the authenticator keeps one.
    #[schema(max_length = 200, required = false)]
    user_handle: Option<String>,
}

/// The browser's credential of a new passkey, as its `toJSON()` gives it. Other members are ignored.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct PasskeyAttestation {
    /// The id of the passkey in Base64url.
    #[schema(max_length = 1400)]
    id: String,
    /// The same.
    #[schema(max_length = 1400)]
    raw_id: String,
    /// Always `public-key`.
    #[schema(max_length = 40, example = "public-key")]
    r#type: String,
    response: PasskeyCreation,
}

/// What an authenticator made, in Base64url. Other members are ignored.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct PasskeyCreation {
    /// The challenge and the origin, as the browser saw them.
    #[serde(rename = "clientDataJSON")]
    #[schema(max_length = 8192)]
    client_data_json: String,
    /// The new key, and by whom it was made.
    #[schema(max_length = 65536)]
    attestation_object: String,
}

fn answer(ceremony: String, credential: &impl Serialize) -> Result<passkeys::PasskeyAnswer> {
    let credential = serde_json::to_string(credential).map_err(Error::internal)?;
    Ok(passkeys::PasskeyAnswer { ceremony: Secret::new(ceremony), credential })
}

/// The answer of a passkey to a challenge.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(in crate::v1) struct PasskeyAnswer {
    /// The `ceremony` of the challenge.
    #[schema(min_length = 1, max_length = 200)]
    ceremony: String,
    credential: PasskeyAssertion,
}

impl TryFrom<PasskeyAnswer> for passkeys::PasskeyAnswer {
    type Error = Error;

    fn try_from(body: PasskeyAnswer) -> Result<Self> {
        answer(body.ceremony, &body.credential)
    }
}

/// A new passkey, as the answer to a challenge to make one.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct AddPasskey {
    /// Your name for it.
    #[schema(value_type = schema::ShortText, example = "Telefoon")]
    pub(super) name: ShortText,
    /// The `ceremony` of the challenge.
    #[schema(min_length = 1, max_length = 200)]
    ceremony: String,
    credential: PasskeyAttestation,
}

impl AddPasskey {
    pub(super) fn parts(self) -> Result<(ShortText, passkeys::PasskeyAnswer)> {
        Ok((self.name, answer(self.ceremony, &self.credential)?))
    }
}

/// An added passkey. The recovery codes are shown only here.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = AddedPasskey)]
pub(super) struct AddedPasskeyView {
    #[serde(flatten)]
    factor: SecondFactorView,
    /// The new codes; none if the account already had recovery codes.
    #[schema(max_items = 10, example = json!(["7K2MX-0QH4T-9V1WD-3RBCE"]))]
    recovery_codes: Vec<String>,
}

impl From<(SecondFactor, Vec<TypedCode>)> for AddedPasskeyView {
    fn from((factor, codes): (SecondFactor, Vec<TypedCode>)) -> Self {
        Self { factor: factor.into(), recovery_codes: codes.iter().map(TypedCode::shown).collect() }
    }
}

/// Who logs in with a passkey.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct LogInWithPasskey {
    /// Email address, as in the request for the challenge.
    #[schema(value_type = schema::Email, example = "coach@example.nl")]
    pub(super) email: Email,
    /// The `ceremony` of the challenge.
    #[schema(min_length = 1, max_length = 200)]
    ceremony: String,
    credential: PasskeyAssertion,
    /// What the session is for; a browser if absent. See `logIn`.
    #[serde(default = "sessions::browser")]
    #[schema(value_type = schema::SessionKind, required = false, example = "browser")]
    kind: SessionKind,
    /// Your name for the browser or device. If absent, its `User-Agent`.
    #[schema(value_type = schema::ShortText, required = false, example = "Telefoon van Saskia")]
    device_name: Option<ShortText>,
    /// Whether the refresh token comes as a cookie that scripts cannot read, instead of in the response.
    #[serde(default)]
    #[schema(example = false)]
    pub(super) cookie: bool,
}

impl LogInWithPasskey {
    /// The log-in from this network, by a client that calls itself so.
    pub(super) fn from(self, network: ClientNetwork, user_agent: Option<&str>) -> Result<PasskeyLogIn> {
        Ok(PasskeyLogIn {
            email: self.email,
            answer: answer(self.ceremony, &self.credential)?,
            kind: self.kind,
            device_name: sessions::device_name(self.device_name, user_agent),
            network: Some(network.to_string()),
        })
    }
}

macro_rules! hidden {
    ($($name:ident),+) => {$(
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(stringify!($name))
            }
        }
    )+};
}
hidden!(
    AddPasskey,
    AddedPasskeyView,
    LogInWithPasskey,
    PasskeyAnswer,
    PasskeyAssertion,
    PasskeyAttestation,
    PasskeyChallengeView,
    PasskeyCreation,
    PasskeyRegistrationView,
    PasskeySignature
);
