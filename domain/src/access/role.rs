use super::Capacity;
use serde::{Deserialize, Serialize};

crate::vocabulary::words! {
    /// The role of a user in an organisation or, for the operator, on the platform.
    pub enum Role {
        /// Operates the platform; sees no client data.
        Operator = "operator", "Platformbeheerder", "Platform operator";
        /// Administers an organisation; sees administrative data, never a map.
        Admin = "admin", "Beheerder", "Administrator";
        /// Works with the clients in their own caseload.
        Coach = "coach", "Coach", "Coach";
        /// The person whose network it is.
        Client = "client", "Cliënt", "Client";
    }
}

/// The roles of a member. A member can be admin and coach at once; the rights add up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Roles {
    /// Whether the member has [`Role::Admin`].
    pub admin: bool,
    /// Whether the member has [`Role::Coach`].
    pub coach: bool,
    /// Whether the member has [`Role::Client`].
    pub client: bool,
}

impl Roles {
    /// Iterates over the roles held, in a fixed order.
    pub fn iter(self) -> impl Iterator<Item = Role> {
        [(self.admin, Role::Admin), (self.coach, Role::Coach), (self.client, Role::Client)]
            .into_iter()
            .filter_map(|(held, role)| held.then_some(role))
    }

    /// Whether this role is held.
    #[must_use]
    pub fn has(self, role: Role) -> bool {
        match role {
            Role::Operator => false,
            Role::Admin => self.admin,
            Role::Coach => self.coach,
            Role::Client => self.client,
        }
    }

    /// Whether no role is held.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }
}

impl FromIterator<Role> for Roles {
    /// Ignores the operator, which is not a role of a member.
    fn from_iter<I: IntoIterator<Item = Role>>(roles: I) -> Self {
        let mut held = Self::default();
        for role in roles {
            match role {
                Role::Operator => {}
                Role::Admin => held.admin = true,
                Role::Coach => held.coach = true,
                Role::Client => held.client = true,
            }
        }
        held
    }
}

impl From<Role> for Capacity {
    fn from(role: Role) -> Self {
        match role {
            Role::Operator => Self::Operator,
            Role::Admin => Self::Admin,
            Role::Coach => Self::Coach,
            Role::Client => Self::Client,
        }
    }
}
