//! Clients: the people whose networks the maps describe, and their administrative data.

mod model;
mod repository;
mod service;
mod usage;

pub use model::{Client, ClientChanges, ExternalIdentifier, NameQuery, NewClient, Search};
pub use repository::Clients;
pub use service::{IfExists, Outcome, create, delete, list, search, show, update};
pub use usage::{Full, MAX_BYTES, MAX_CARDS, MAX_MAPS, MAX_PERSONS};
