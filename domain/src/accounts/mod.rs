//! Accounts: users, independent of the organisations to which they belong.

mod administration;
mod choice;
mod email;
mod email_change;
mod model;
mod removal;
mod reset;
mod service;
mod store;

pub use administration::{Administration, ListedAccount, list, remove_second_factors, set_disabled, set_password};
pub(crate) use choice::guessable;
pub use email::{Domain, Email, EmailError};
pub use email_change::{EMAIL_CHANGE_VALID_FOR, NewEmail, accept_email_change, request_email_change};
pub use model::{Account, AccountChanges, Membership, NamedUser, NewTokens, Profile};
pub use removal::delete;
pub use reset::{NamedAccount, RESET_VALID_FOR, ResetRequest, request_reset, reset_password};
pub use service::{change_password, confirm_email, create_operator, show, update};
pub use store::{AccountStore, AccountStores, OwnAccount, Recovery, UncheckedAccount};
