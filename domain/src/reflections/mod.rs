//! Reflections: the client's own words about a map. Coaches read them but cannot write them.

mod model;
mod repository;
mod service;

pub use model::{NewReflection, Reflection, ReflectionChanges};
pub use repository::Reflections;
pub use service::{create, delete, list, show, update};
