use crate::access::{Role, Roles};
use crate::accounts::Email;
use crate::audit::Disclosure;
use crate::{ClientId, Error, FieldCode, MemberId, Result, ShortText, UserId, Version};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A user's membership of the organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Unique identifier.
    pub id: MemberId,
    /// The user who is a member.
    pub user_id: UserId,
    /// The user's name.
    pub name: ShortText,
    /// The user's email address.
    pub email: Email,
    /// The roles of the user in the organisation.
    pub roles: Roles,
    /// The client record linked to the user, if any.
    pub client_id: Option<ClientId>,
    /// Version, incremented by every update.
    pub version: Version,
    /// When the user became a member.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

impl Disclosure for Member {
    fn clients(&self) -> Vec<ClientId> {
        self.client_id.into_iter().collect()
    }
}

/// Partial update of a member: `None` leaves it unchanged.
#[derive(Clone, Debug, Default)]
pub struct MemberChanges {
    /// The new set of roles.
    pub roles: Option<Roles>,
}

impl MemberChanges {
    /// Returns the member with the changes applied and the version incremented.
    ///
    /// # Errors
    /// [`Error::Invalid`] without a role, or with the role client for a member not linked to a client: only an
    /// invitation that names the client grants that role.
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

/// The difference between two sets of roles.
pub(super) struct RoleChange {
    pub(super) before: Roles,
    after: Roles,
}

impl RoleChange {
    pub(super) fn new(before: Roles, after: Roles) -> Self {
        Self { before, after }
    }

    /// Every role that is added.
    pub(super) fn granted(&self) -> impl Iterator<Item = Role> + use<> {
        let before = self.before;
        self.after.iter().filter(move |role| !before.has(*role))
    }

    /// Whether this role is removed.
    pub(super) fn takes(&self, role: Role) -> bool {
        self.before.has(role) && !self.after.has(role)
    }
}
