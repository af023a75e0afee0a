//! Maps: the working documents, and everything on them.

mod model;
mod repository;
mod service;
mod steps;

pub use model::{Map, MapChanges, NewMap, WholeMap};
pub use repository::Maps;
pub use service::{create, delete, list, show, update};
pub use steps::{Step, StepProgress};
