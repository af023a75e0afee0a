//! Identities: which user of an identity provider is which member of its organisation.
//!
//! An identity is known by the provider and its `sub`, never by an email address, which its holder or an administrator of
//! the provider can change.

mod model;
mod notices;
mod repository;
mod service;

pub use model::{Identity, NewIdentity, OwnIdentity};
pub use notices::TOLD_USERS;
pub(crate) use notices::{tell_member, tell_removed};
pub use repository::Identities;
pub use service::{list, list_own, unlink, unlink_own};
