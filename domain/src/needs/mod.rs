//! Needs: how much of each support type the client needs.

mod model;
mod repository;
mod service;

pub(crate) use model::duplicates;
pub use model::{Level, Need};
pub use repository::Needs;
pub use service::{replace, show};
