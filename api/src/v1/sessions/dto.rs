use crate::auth::LIFETIME;
use crate::schema;
use crate::v1::users::NamedUserView;
use chrono::{DateTime, Utc};
use domain::access::Role;
use domain::accounts::{Email, Membership, NamedUser, Profile};
use domain::sessions::{LoggedIn, Session};
use domain::vocabulary::Language;
use domain::{Error, FieldCode, Password, SessionId, ShortText};
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
    #[schema(min_length = 1, max_length = 200, format = Password, example = "een lange zin is sterk")]
    password: String,
}

impl fmt::Debug for LogIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LogIn")
    }
}

impl LogIn {
    pub(super) fn password(&self) -> Result<Password, Error> {
        Password::typed(&self.password).ok_or_else(|| Error::invalid("/password", FieldCode::TooLong(Password::MAX)))
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
    created_at: DateTime<Utc>,
    /// When it was last refreshed.
    used_at: DateTime<Utc>,
    /// When it expires, refreshed or not.
    expires_at: DateTime<Utc>,
    /// Whether it is the session of this request.
    current: bool,
}

impl SessionView {
    pub(super) fn of(session: Session, current: SessionId) -> Self {
        Self {
            id: session.id.0,
            organisation_id: session.organisation_id.map(|id| id.0),
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
    /// Your roles in it.
    #[schema(value_type = Vec<schema::MemberRole>)]
    roles: Vec<Role>,
}

impl From<Membership> for OwnOrganisationView {
    fn from(membership: Membership) -> Self {
        Self { id: membership.organisation_id.0, name: membership.name, roles: membership.roles.iter().collect() }
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
    created_at: DateTime<Utc>,
    /// When it expires.
    expires_at: DateTime<Utc>,
}

impl CurrentSessionView {
    pub(super) fn new(session: Session, Profile { account, memberships }: Profile) -> Self {
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
    /// Exchange it at /oauth2/token for the next access token. Can be used once.
    refresh_token: String,
    session: SessionView,
    /// The active organisations you are a member of.
    organisations: Vec<OwnOrganisationView>,
}

impl fmt::Debug for LoggedInView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LoggedInView")
    }
}

impl LoggedInView {
    pub(in crate::v1) fn new(access_token: String, logged_in: LoggedIn) -> Self {
        let id = logged_in.session.id;
        Self {
            access_token,
            token_type: "Bearer",
            expires_in: LIFETIME.num_seconds(),
            refresh_token: logged_in.refresh_token.expose().to_owned(),
            session: SessionView::of(logged_in.session, id),
            organisations: logged_in.memberships.into_iter().map(Into::into).collect(),
        }
    }
}
