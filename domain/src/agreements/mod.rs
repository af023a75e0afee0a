//! Agreements: who is asked what, by when.

mod model;

pub use model::Agreement;
