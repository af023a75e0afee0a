//! Persons: the people in a client's life, known by an alias.

mod model;

pub use model::{Person, PersonChanges, Profile};
