use crate::auth::LIFETIME;
use crate::entity_tag;
use crate::response::Versioned;
use crate::schema;
use crate::v1::passwords;
use chrono::{DateTime, Utc};
use domain::access::Role;
use domain::accounts::{AccountChanges, Email, Membership, Profile};
use domain::vocabulary::Language;
use domain::{Error, FieldCode, Password, Secret, ShortText, Version};
use serde::{Deserialize, Serialize};
use std::fmt;
use utoipa::ToSchema;
use uuid::Uuid;

/// You.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Me)]
pub(super) struct MeView {
    id: Uuid,
    #[schema(value_type = schema::Email)]
    email: Email,
    #[schema(value_type = schema::ShortText)]
    name: ShortText,
    /// The user's language.
    #[schema(value_type = schema::Language, example = "nl")]
    language: Language,
    /// Whether you run the platform.
    operator: bool,
    /// Your memberships of active organisations.
    memberships: Vec<MembershipView>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    #[serde(skip)]
    version: Version,
}

/// One of your memberships.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = OwnMembership)]
pub(super) struct MembershipView {
    organisation_id: Uuid,
    /// The organisation's name.
    #[schema(value_type = schema::ShortText)]
    name: ShortText,
    #[schema(value_type = Vec<schema::MemberRole>)]
    roles: Vec<Role>,
    /// The client you are in that organisation; null if you are none.
    #[schema(required)]
    client_id: Option<Uuid>,
}

/// A merge patch (RFC 7396) of your account.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct UpdateMe {
    /// Your name.
    #[schema(value_type = schema::ShortText, required = false)]
    name: Option<ShortText>,
    /// The language of mails to you.
    #[schema(value_type = schema::Language, required = false, example = "nl")]
    language: Option<Language>,
}

/// A change of password.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct ChangePassword {
    /// The current password.
    #[schema(min_length = 1, max_length = 200, format = Password)]
    current_password: String,
    /// The new password.
    #[schema(min_length = 12, max_length = 200, format = Password)]
    new_password: String,
}

impl fmt::Debug for ChangePassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ChangePassword")
    }
}

impl ChangePassword {
    pub(super) fn passwords(&self) -> Result<(Password, Password), Error> {
        let current = passwords::typed(&self.current_password, "/currentPassword")?;
        let new = Password::chosen(&self.new_password);
        Ok((current, new.ok_or_else(|| Error::invalid("/newPassword", FieldCode::TooShort(Password::MIN)))?))
    }
}

/// Confirms the deletion of your account.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct DeleteMe {
    /// Your password.
    #[schema(min_length = 1, max_length = 200, format = Password)]
    password: String,
}

impl fmt::Debug for DeleteMe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DeleteMe")
    }
}

impl DeleteMe {
    pub(super) fn password(&self) -> Result<Password, Error> {
        passwords::typed(&self.password, "/password")
    }
}

/// The new tokens after a change of password.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = NewTokens)]
pub(super) struct NewTokensView {
    /// For the Authorization header.
    access_token: String,
    /// Always `Bearer`.
    #[schema(example = "Bearer")]
    token_type: &'static str,
    /// Lifetime of the access token in seconds.
    #[schema(example = 600)]
    expires_in: i64,
    /// Exchange it at /oauth2/token for the next access token. Can be used once; earlier ones no longer work. Null if it comes
    /// as a cookie.
    #[schema(required)]
    refresh_token: Option<String>,
}

impl fmt::Debug for NewTokensView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NewTokensView")
    }
}

impl NewTokensView {
    pub(super) fn new(access_token: String, refresh_token: Option<&Secret>) -> Self {
        let (expires_in, refresh_token) =
            (LIFETIME.num_seconds(), refresh_token.map(|token| token.expose().to_owned()));
        Self { access_token, token_type: "Bearer", expires_in, refresh_token }
    }
}

impl Versioned for MeView {
    fn version(&self) -> Version {
        self.version
    }

    /// Memberships change without the account: the tag covers them too.
    fn tag(&self) -> String {
        let rest = serde_json::to_vec(&(&self.memberships, self.operator)).unwrap_or_default();
        format!("{}-{}", self.version, entity_tag::of_bytes(&rest))
    }
}

impl From<Profile> for MeView {
    fn from(profile: Profile) -> Self {
        let account = profile.account;
        Self {
            id: account.id.0,
            email: account.email,
            name: account.name,
            language: account.language,
            operator: account.operator,
            memberships: profile.memberships.into_iter().map(Into::into).collect(),
            created_at: account.created_at,
            updated_at: account.updated_at,
            version: account.version,
        }
    }
}

impl From<Membership> for MembershipView {
    fn from(membership: Membership) -> Self {
        Self {
            organisation_id: membership.organisation_id.0,
            name: membership.name,
            roles: membership.roles.iter().collect(),
            client_id: membership.client_id.map(|id| id.0),
        }
    }
}

impl From<UpdateMe> for AccountChanges {
    fn from(changes: UpdateMe) -> Self {
        Self { name: changes.name, language: changes.language }
    }
}
