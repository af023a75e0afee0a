//! Log-ins of a client's record: which user was linked, during which period, and who confirmed it.
//!
//! If a record had a log-in before, a new one does not see private data until it is confirmed. So an administrator
//! who replaces a client's log-in cannot read private maps.

mod model;
mod repository;
mod service;

pub use model::{Confirmation, LogIn, MAX_FAILED_CODES, NewLogIn};
pub use repository::LogIns;
pub use service::{confirm, confirm_as_operator, list};
