use crate::access::{Role, Roles};
use crate::accounts::Email;
use crate::{ClientId, Error, FieldCode, MemberId, Result, ShortText, UserId, Version};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A user's membership of the organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Id.
    pub id: MemberId,
    /// The user.
    pub user_id: UserId,
    /// The user's name.
    pub name: ShortText,
    /// The user's address.
    pub email: Email,
    /// Roles.
    pub roles: Roles,
    /// The client this is the log-in of, if it is one's.
    pub client_id: Option<ClientId>,
    /// Version.
    pub version: Version,
    /// Since when.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

/// What to change of a member; `None` leaves it as it is.
#[derive(Clone, Debug, Default)]
pub struct MemberChanges {
    /// The roles, all of them.
    pub roles: Option<Roles>,
}

impl MemberChanges {
    /// The member after the changes, one version on.
    ///
    /// # Errors
    /// [`Error::Invalid`] without a role, or with the role client for a member who is no client: that role comes with
    /// an invitation, which says which client.
    pub(super) fn apply(self, mut member: Member, now: DateTime<Utc>) -> Result<Member> {
        if let Some(roles) = self.roles {
            if roles.is_empty() {
                return Err(Error::invalid("/roles", FieldCode::TooFew(1)));
            }
            if roles.client && !member.roles.client {
                return Err(Error::invalid("/roles", FieldCode::ByInvitation));
            }
            member.roles = roles;
        }
        crate::version::bump(&mut member.version, &mut member.updated_at, now);
        Ok(member)
    }
}

/// What a change of roles gives and takes.
pub(super) struct RoleChange {
    before: Roles,
    after: Roles,
}

impl RoleChange {
    pub(super) fn new(before: Roles, after: Roles) -> Self {
        Self { before, after }
    }

    /// Every role that comes.
    pub(super) fn granted(&self) -> impl Iterator<Item = Role> + use<> {
        let before = self.before;
        self.after.iter().filter(move |role| !before.has(*role))
    }

    /// Whether this role goes.
    pub(super) fn takes(&self, role: Role) -> bool {
        self.before.has(role) && !self.after.has(role)
    }
}
