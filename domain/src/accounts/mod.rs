//! Accounts: users, independent of the organisations to which they belong.

mod choice;
mod email;
mod model;
mod service;
mod store;

pub(crate) use choice::guessable;
pub use email::{Email, EmailError};
pub use model::{Account, AccountChanges, Membership, NamedUser, NewTokens, Profile};
pub use service::{change_password, confirm_email, create_operator, show, update};
pub use store::{AccountStore, OwnAccount, UncheckedAccount};
