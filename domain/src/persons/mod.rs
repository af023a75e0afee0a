//! Persons: the people in a client's life, known by an alias.

mod contact;
mod dial;
mod merge;
mod model;
mod repository;
mod service;

pub use contact::{Contact, PreviewedContact};
pub use dial::dial;
pub use merge::{Merged, merge};
pub use model::{Person, PersonChanges, PersonOnMaps, Profile};
pub use repository::Persons;
pub use service::{authorize_preview, create, create_all, delete, list, preview, show, update};
