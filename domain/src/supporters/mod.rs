//! Supporters: persons placed on a map, with the support they give.

mod model;
mod repository;
mod service;

pub use model::{Angle, Answers, Grade, Intensity, OutOfRange, PlacedPerson, Support, Supporter, SupporterChanges};
pub use repository::Supporters;
pub(crate) use service::known_types;
pub use service::{Whom, create, delete, list, show, update};
