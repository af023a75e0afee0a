use super::Email;
use crate::access::Roles;
use crate::sessions::Session;
use crate::vocabulary::Language;
use crate::{ClientId, OrganisationId, Secret, ShortText, UserId, Version};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Id.
    pub id: UserId,
    /// What they log in with.
    pub email: Email,
    /// Their name.
    pub name: ShortText,
    /// The language of mails and of pages made for them.
    pub language: Language,
    /// Whether they run the platform.
    pub operator: bool,
    /// Version.
    pub version: Version,
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

/// Somebody named by an id, with the name beside it. The name is gone with the account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedUser {
    /// The user.
    pub id: UserId,
    /// Their name.
    pub name: Option<ShortText>,
}

/// What to change of one's own account; `None` leaves a member as it is.
#[derive(Clone, Debug, Default)]
pub struct AccountChanges {
    /// Name.
    pub name: Option<ShortText>,
    /// Language.
    pub language: Option<Language>,
}

impl AccountChanges {
    /// The account after the changes, one version on.
    pub(super) fn apply(self, mut account: Account, now: DateTime<Utc>) -> Account {
        account.name = self.name.unwrap_or(account.name);
        account.language = self.language.unwrap_or(account.language);
        crate::version::bump(&mut account.version, &mut account.updated_at, now);
        account
    }
}

/// One's membership of an active organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    /// The organisation.
    pub organisation_id: OrganisationId,
    /// Its name.
    pub name: ShortText,
    /// One's roles there.
    pub roles: Roles,
    /// Which client one is there, if any.
    pub client_id: Option<ClientId>,
}

/// One's own account and memberships.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// The account.
    pub account: Account,
    /// The memberships of active organisations, in order of organisation.
    pub memberships: Vec<Membership>,
}

/// What goes on after a change of password: the session, with a refresh token in place of every earlier one.
#[derive(Clone, Debug)]
pub struct NewTokens {
    /// The session the change was made in.
    pub session: Session,
    /// Its one refresh token.
    pub refresh_token: Secret,
}
