//! Ties: which supporters know each other.

mod model;
mod repository;
mod service;

pub use model::{Pair, Tie};
pub use repository::Ties;
pub use service::{NewTie, TieChanges, create, delete, list, show, update};
