//! Needs: what the client needs per support type.

mod model;
mod repository;
mod service;

pub(crate) use model::duplicates;
pub use model::{Level, Need};
pub use repository::Needs;
pub use service::{replace, show};
