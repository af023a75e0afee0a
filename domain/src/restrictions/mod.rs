//! Restrictions: a client asked that nobody else reads their record, until the restriction is lifted.

mod model;
mod repository;
mod service;

pub use model::Restriction;
pub use repository::Restrictions;
pub use service::{create, lift, list, show};
