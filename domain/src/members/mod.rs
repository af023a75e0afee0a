//! Members: the users of an organisation, with their roles.

mod model;
mod repository;
mod service;

pub use model::{Member, MemberChanges};
pub use repository::Members;
pub(crate) use service::set_roles;
pub use service::{list, remove, show, update};
