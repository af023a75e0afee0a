//! Cards: immutable, numbered versions of a map, the MLM-kaart.

mod model;

pub use model::{Card, Content};
