//! Erasures: a job erases the record of a client who asked for it, and a receipt without content stays.

mod model;
mod repository;
mod service;

pub use model::{Counts, Erasure, ErasureBasis, Outcome};
pub use repository::{ErasureStore, Erasures};
pub(crate) use service::erase;
pub use service::{list, show};
