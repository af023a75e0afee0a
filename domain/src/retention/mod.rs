//! Retention: an administrator confirms which records, unchanged for longer than the organisation keeps them, are erased.

mod model;
mod repository;
mod service;

pub use model::{AT_ONCE, Confirmed, Due, Preview, changed_before};
pub use repository::Retention;
pub use service::{confirm, preview};
