//! Needs: what the client needs per support type.

mod model;

pub use model::{Level, Need};
