//! Taking it along: everything that is a client's, read in one go.

mod model;
mod repository;
mod service;

pub use model::{ExportedMap, WholeClient};
pub use repository::Exports;
pub use service::export;
