//! Bringing it in: a whole client as it was taken along, or people in tables onto a map.

mod check;
mod model;
mod repository;
mod rows;
mod service;
mod tables;

pub use model::{
    Imported, ImportedAgreement, ImportedCard, ImportedCardPerson, ImportedClient, ImportedMap, ImportedPerson,
    ImportedSupporter, ImportedTie, Stamps,
};
pub use repository::{ImportRows, Imports};
pub use service::{authorize_client, authorize_map, into_client, into_map};
pub use tables::{NewOnMap, NewSupporter, NewTie};
