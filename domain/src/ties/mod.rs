//! Ties: which supporters know each other.

mod model;

pub use model::{Pair, Tie};
