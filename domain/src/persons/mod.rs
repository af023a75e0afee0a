//! Persons: the people in a client's life, known by an alias.

mod model;
mod repository;
mod service;

pub use model::{Person, PersonChanges, Profile};
pub use repository::Persons;
pub use service::{create, delete, list, show, update};
