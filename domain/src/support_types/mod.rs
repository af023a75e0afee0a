//! The support types of an organisation: built-in and custom.

mod model;
mod repository;
mod service;

pub use model::{OwnSupportType, OwnSupportTypes, SupportTypeEntry, Vocabulary};
pub use repository::SupportTypes;
pub use service::{replace, show};
