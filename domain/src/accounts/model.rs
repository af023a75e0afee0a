use super::Email;
use crate::access::Roles;
use crate::sessions::Session;
use crate::vocabulary::Language;
use crate::{ClientId, OrganisationId, Secret, ShortText, UserId, Version};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// The account of a user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Unique identifier.
    pub id: UserId,
    /// The address with which the user logs in.
    pub email: Email,
    /// The user's name.
    pub name: ShortText,
    /// The language of emails and pages for this user.
    pub language: Language,
    /// Whether the user operates the platform.
    pub operator: bool,
    /// Whether the account has a confirmed second factor.
    #[serde(default)]
    pub has_second_factor: bool,
    /// Whether the account itself needs one, whatever the user's roles.
    #[serde(default)]
    pub needs_second_factor: bool,
    /// Version, incremented by every update.
    pub version: Version,
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

/// A user by id and name. The name is `None` once the account is deleted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedUser {
    /// The user's id.
    pub id: UserId,
    /// The user's name, while the account exists.
    pub name: Option<ShortText>,
}

/// Partial update of the caller's own account: `None` leaves a member unchanged.
#[derive(Clone, Debug, Default)]
pub struct AccountChanges {
    /// New name.
    pub name: Option<ShortText>,
    /// New language.
    pub language: Option<Language>,
}

impl AccountChanges {
    /// Returns the account with the changes applied and the version incremented.
    pub(super) fn apply(self, mut account: Account, now: DateTime<Utc>) -> Account {
        account.name = self.name.unwrap_or(account.name);
        account.language = self.language.unwrap_or(account.language);
        crate::version::bump(&mut account.version, &mut account.updated_at, now);
        account
    }
}

/// The caller's membership of an active organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    /// The organisation.
    pub organisation_id: OrganisationId,
    /// The name of the organisation.
    pub name: ShortText,
    /// The number that its clients can call on a hard day, if any.
    pub phone: Option<ShortText>,
    /// The caller's roles in the organisation.
    pub roles: Roles,
    /// The client record linked to the caller there, if any.
    pub client_id: Option<ClientId>,
    /// Whether a role of the caller there needs a second factor.
    pub needs_second_factor: bool,
}

/// The caller's own account and memberships.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// The caller's account.
    pub account: Account,
    /// The memberships of active organisations, ordered by organisation id.
    pub memberships: Vec<Membership>,
}

/// The session after a password change, with a refresh token that replaces all earlier ones.
#[derive(Clone, Debug)]
pub struct NewTokens {
    /// The session in which the password was changed.
    pub session: Session,
    /// The only valid refresh token of the session.
    pub refresh_token: Secret,
}
