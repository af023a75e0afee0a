//! Erasures: a job erases the record of a client, and a receipt without content stays.

mod model;
mod repository;
mod service;

pub use model::{Cause, Confirmation, Counts, Erasure, ErasureBasis, Outcome};
pub use repository::{ErasureStore, Erasures};
pub(crate) use service::erase;
pub use service::{list, show};
