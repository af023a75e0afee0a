//! Who may do what: pure rules, read anew for every request.

mod action;
mod admission;
mod policy;
mod principal;
mod role;
mod scope;
mod sealed;

pub use action::Action;
pub use admission::Admission;
pub use policy::{Grant, grant, grants};
pub use principal::{Authorized, Identity, PlatformLeave, Principal, may_grant};
pub use role::{Role, Roles};
pub use scope::{Access, ClientFacts, OrgScope, Reach, Target};
pub use sealed::Sealed;
