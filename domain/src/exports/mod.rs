//! Exports: all data of a client, read in pages from one snapshot.

mod model;
mod repository;
mod service;

pub use model::{ExportHead, ExportedMap};
pub use repository::Exports;
pub use service::{Export, open};
