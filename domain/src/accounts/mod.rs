//! Accounts: the users themselves, whatever organisations they belong to.

mod email;
mod model;
mod service;

pub use email::{Email, EmailError};
pub use model::{Account, AccountChanges, Membership, NamedUser, Profile};
pub use service::{change_password, confirm_email, create_operator, show, update};
