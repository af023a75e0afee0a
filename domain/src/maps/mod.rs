//! Maps: the working documents, and everything on them.

mod model;
mod repository;

pub use model::{Map, MapChanges, NewMap, WholeMap};
pub use repository::Maps;
