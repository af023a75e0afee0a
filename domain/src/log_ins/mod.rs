//! Log-ins of a client's record: which user was linked to it, from when until when, and who confirmed that.
//!
//! A record that had a log-in keeps what is private closed to a new one until it is confirmed: an administrator who removes a
//! client's log-in and invites another does not read private maps.

mod code;
mod model;
mod repository;
mod service;

pub use code::ConfirmationCode;
pub use model::{Confirmation, LogIn, MAX_FAILED_CODES, NewLogIn};
pub use repository::LogIns;
pub use service::{confirm, confirm_as_operator, list};
