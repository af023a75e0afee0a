//! Access control: pure rules, evaluated on every request.

mod granted;
mod grounds;
mod integration_scope;
mod principal;
mod role;
mod scope;
mod session_confirmation;
#[macro_use]
mod table;
mod policy;
#[cfg(test)]
mod tests;

pub use granted::{Granted, OnMap, TargetId};
pub use grounds::{Basis, Grounds};
pub use integration_scope::Scope;
pub use policy::{Action, Grant, Resource, Target, grant, grants, ids};
pub use principal::{
    Authorization, Identity, Integration, PlatformAuthorization, Principal, Share, may_grant, scopes_grant,
};
pub use role::{Role, Roles};
pub use scope::{Access, Attributes, MapAttributes, OrgScope, Visibility};
pub use session_confirmation::SessionConfirmation;
pub use table::Capacity;
