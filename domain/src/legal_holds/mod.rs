//! Legal holds: a record must not be erased until a date, for a reason that the client reads.

mod model;
mod repository;
mod service;

pub use model::{LegalHold, MAX_HOLD, NewLegalHold};
pub use repository::LegalHolds;
pub use service::{list, place, release, show};
