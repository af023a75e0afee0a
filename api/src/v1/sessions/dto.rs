use crate::auth::LIFETIME;
use crate::client_address::ClientNetwork;
use crate::schema;
use crate::v1::passkeys::PasskeyAnswer;
use crate::v1::passwords;
use crate::v1::users::NamedUserView;
use chrono::{DateTime, Utc};
use domain::access::Role;
use domain::accounts::{Email, Membership, NamedUser, Profile};
use domain::persons::dial;
use domain::second_factors::SecondFactorState;
use domain::sessions::{self, Credential, Factor, LoggedIn, Proof, Session, SessionKind};
use domain::vocabulary::Language;
use domain::{Error, FieldCode, Secret, SessionId, ShortText};
use serde::{Deserialize, Serialize};
use std::fmt;
use utoipa::ToSchema;
use uuid::Uuid;

/// Who logs in.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct LogIn {
    /// Email address; case is ignored.
    #[schema(value_type = schema::Email, example = "coach@example.nl")]
    pub(super) email: Email,
    /// Password.
    #[schema(min_length = 1, max_length = 200, format = Password, required = false, example = "een lange zin is sterk")]
    password: Option<String>,
    /// A code that was mailed, instead of a password: see POST /v1/log-in-codes.
    #[schema(required = false)]
    mail_code: Option<MailCode>,
    /// A code of your authenticator app, or a recovery code. Without it, confirm the session with one later.
    #[schema(min_length = 1, max_length = 40, required = false, example = "287082")]
    code: Option<String>,
    /// What the session is for; a browser if absent. One of your own device lasts 90 days from its last use, with fewer rights if it was not
    /// confirmed in the last 30 days; one of a browser lasts 12 hours.
    #[serde(default = "browser")]
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

/// A code that was mailed to a client.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct MailCode {
    /// The ticket of the request for the code.
    #[schema(min_length = 1, max_length = 200, example = "vW2m0nU0x1xPq1fS0bq8c9m3m1yQh0m4m1l0m6vYc2E")]
    ticket: String,
    /// The six digits.
    #[schema(min_length = 1, max_length = 40, example = "287082")]
    digits: String,
}

/// The kind of a session if none is given.
pub(in crate::v1) fn browser() -> SessionKind {
    SessionKind::Browser
}

impl fmt::Debug for LogIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LogIn")
    }
}

impl LogIn {
    /// The second factor, if it is given at once.
    pub(super) fn code(&self) -> Option<Secret> {
        self.code.clone().map(Secret::new)
    }

    /// The log-in from this network, by a client that calls itself so.
    pub(super) fn from(self, network: ClientNetwork, user_agent: Option<&str>) -> Result<sessions::LogIn, Error> {
        let credential = match (self.password, self.mail_code) {
            (Some(password), None) => Credential::Password(passwords::typed(&password, "/password")?),
            (None, Some(MailCode { ticket, digits })) => {
                Credential::MailCode { ticket: Secret::new(ticket), code: Secret::new(digits) }
            }
            (Some(_), Some(_)) => return Err(Error::invalid("/mailCode", FieldCode::Exclusive)),
            (None, None) => return Err(Error::invalid("/password", FieldCode::Required)),
        };
        Ok(sessions::LogIn {
            email: self.email,
            credential,
            kind: self.kind,
            device_name: device_name(self.device_name, user_agent),
            network: Some(network.to_string()),
        })
    }
}

/// The given name of the browser or device, or what it calls itself.
pub(in crate::v1) fn device_name(given: Option<ShortText>, user_agent: Option<&str>) -> Option<ShortText> {
    given.or_else(|| ShortText::new(user_agent?.chars().take(200).collect::<String>()).ok())
}

/// Proof that it is you: the password, a code, or a passkey.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct ConfirmSession {
    /// Your password; only if you have no second factor.
    #[schema(min_length = 1, max_length = 200, format = Password, required = false, example = "een lange zin is sterk")]
    password: Option<String>,
    /// A code of your authenticator app, or a recovery code.
    #[schema(min_length = 1, max_length = 40, required = false)]
    code: Option<String>,
    /// The answer of a passkey to a challenge of `/v1/me/passkey-challenges`.
    #[schema(required = false)]
    passkey: Option<PasskeyAnswer>,
}

impl fmt::Debug for ConfirmSession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ConfirmSession")
    }
}

impl TryFrom<ConfirmSession> for Proof {
    type Error = Error;

    fn try_from(body: ConfirmSession) -> Result<Self, Error> {
        match (body.passkey, body.code, body.password) {
            (Some(passkey), ..) => Ok(Self::Passkey(passkey.try_into()?)),
            (None, Some(code), _) => Ok(Self::Code(Secret::new(code))),
            (None, None, Some(password)) => Ok(Self::Password(passwords::typed(&password, "/password")?)),
            (None, None, None) => Err(Error::invalid("/password", FieldCode::Required)),
        }
    }
}

/// Which organisation.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct ChooseOrganisation {
    /// An organisation you are a member of.
    pub(super) organisation_id: Uuid,
}

/// One of your log-ins.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Session)]
pub(super) struct SessionView {
    id: Uuid,
    /// The chosen organisation; null if none is chosen.
    #[schema(required)]
    organisation_id: Option<Uuid>,
    /// What it was started for.
    #[schema(value_type = schema::SessionKind, example = "browser")]
    kind: SessionKind,
    /// The name of the browser or device; null if unknown.
    #[schema(value_type = Option<schema::ShortText>, required, example = "Telefoon van Saskia")]
    device_name: Option<ShortText>,
    /// The network of the log-in: an IPv4 address, or the first half of an IPv6 address. Null if unknown.
    #[schema(required, example = "192.0.2.7")]
    network: Option<String>,
    /// The factors given in it.
    #[schema(value_type = Vec<schema::Factor>, example = json!(["password", "totp"]))]
    factors: Vec<Factor>,
    /// When you last proved in it who you are.
    #[schema(required)]
    confirmed_at: Option<DateTime<Utc>>,
    created_at: DateTime<Utc>,
    /// When it was last refreshed.
    used_at: DateTime<Utc>,
    /// When it expires; a refresh extends only that of a device.
    expires_at: DateTime<Utc>,
    /// Whether it is the session of this request.
    current: bool,
}

impl SessionView {
    pub(super) fn of(session: Session, current: SessionId) -> Self {
        Self {
            id: session.id.0,
            organisation_id: session.organisation_id.map(|id| id.0),
            kind: session.kind,
            device_name: session.device_name,
            network: session.network,
            factors: session.factors.iter().collect(),
            confirmed_at: session.confirmed_at,
            created_at: session.created_at,
            used_at: session.used_at,
            expires_at: session.expires_at,
            current: session.id == current,
        }
    }
}

/// An organisation to choose.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OwnOrganisation)]
pub(super) struct OwnOrganisationView {
    id: Uuid,
    #[schema(value_type = schema::ShortText)]
    name: ShortText,
    /// The number that its clients can call on a hard day, as a `tel:` URI; null if it has none.
    #[schema(required, pattern = "^tel:[+0-9;=a-z]+$", example = "tel:+31301234567")]
    call: Option<String>,
    /// Your roles in it.
    #[schema(value_type = Vec<schema::MemberRole>)]
    roles: Vec<Role>,
}

impl From<Membership> for OwnOrganisationView {
    fn from(membership: Membership) -> Self {
        Self {
            id: membership.organisation_id.0,
            name: membership.name,
            call: membership.phone.and_then(|phone| dial(phone.as_str())),
            roles: membership.roles.iter().collect(),
        }
    }
}

/// The user of this session.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = CurrentSession)]
pub(super) struct CurrentSessionView {
    id: Uuid,
    user: NamedUserView,
    #[schema(value_type = schema::Email)]
    email: Email,
    /// The user's language.
    #[schema(value_type = schema::Language, example = "nl")]
    language: Language,
    /// Whether you run the platform.
    operator: bool,
    /// The chosen organisation; null if none is chosen, it is not active, or you are no longer a member.
    #[schema(required)]
    organisation: Option<OwnOrganisationView>,
    /// The client you are in that organisation; null if you are none.
    #[schema(required)]
    client_id: Option<Uuid>,
    /// The active organisations you can choose from.
    organisations: Vec<OwnOrganisationView>,
    /// What the session was started for.
    #[schema(value_type = schema::SessionKind, example = "browser")]
    kind: SessionKind,
    /// The factors given in it.
    #[schema(value_type = Vec<schema::Factor>, example = json!(["password", "totp"]))]
    factors: Vec<Factor>,
    /// Whether it has or needs a second factor. While it is `expected` or `missing`, you are a member of no organisation
    /// whose role needs one.
    #[schema(value_type = schema::SecondFactorState, example = "given")]
    second_factor: SecondFactorState,
    /// When you last proved in it who you are.
    #[schema(required)]
    confirmed_at: Option<DateTime<Utc>>,
    created_at: DateTime<Utc>,
    /// When it expires.
    expires_at: DateTime<Utc>,
}

impl CurrentSessionView {
    pub(super) fn new(session: Session, profile: Profile) -> Self {
        let second_factor = SecondFactorState::of(&session, &profile);
        let Profile { account, memberships } = profile;
        let chosen = memberships.iter().find(|one| Some(one.organisation_id) == session.organisation_id).cloned();
        Self {
            id: session.id.0,
            user: NamedUser { id: account.id, name: Some(account.name) }.into(),
            email: account.email,
            language: account.language,
            operator: account.operator,
            client_id: chosen.as_ref().and_then(|membership| membership.client_id).map(|id| id.0),
            organisation: chosen.map(Into::into),
            organisations: memberships.into_iter().map(Into::into).collect(),
            kind: session.kind,
            factors: session.factors.iter().collect(),
            second_factor,
            confirmed_at: session.confirmed_at,
            created_at: session.created_at,
            expires_at: session.expires_at,
        }
    }
}

/// A new session, with its tokens.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = LoggedIn)]
pub(in crate::v1) struct LoggedInView {
    /// For the Authorization header.
    access_token: String,
    /// Always `Bearer`.
    #[schema(example = "Bearer")]
    token_type: &'static str,
    /// Lifetime of the access token in seconds.
    #[schema(example = 600)]
    expires_in: i64,
    /// Exchange it at /oauth2/token for the next access token. Can be used once. Null if it comes as a cookie.
    #[schema(required)]
    refresh_token: Option<String>,
    session: SessionView,
    /// Whether the session has or needs a second factor.
    #[schema(value_type = schema::SecondFactorState, example = "optional")]
    second_factor: SecondFactorState,
    /// The active organisations you are a member of.
    organisations: Vec<OwnOrganisationView>,
}

impl fmt::Debug for LoggedInView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LoggedInView")
    }
}

impl LoggedInView {
    /// The refresh token is left out where it comes as a cookie.
    pub(in crate::v1) fn new(access_token: String, logged_in: LoggedIn, cookie: bool) -> Self {
        let id = logged_in.session.id;
        Self {
            access_token,
            token_type: "Bearer",
            expires_in: LIFETIME.num_seconds(),
            refresh_token: (!cookie).then(|| logged_in.refresh_token.expose().to_owned()),
            session: SessionView::of(logged_in.session, id),
            second_factor: logged_in.second_factor,
            organisations: logged_in.memberships.into_iter().map(Into::into).collect(),
        }
    }
}
