//! Members: the users of an organisation, with their roles.

mod model;
mod repository;
mod service;

/// The largest number of administrators who are told that the operator invited another one.
pub const TOLD_ADMINISTRATORS: u64 = 100;

pub use model::{Member, MemberChanges};
pub use repository::Members;
pub(crate) use service::set_roles;
pub use service::{list, remove, show, update};
