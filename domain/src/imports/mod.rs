//! Imports: a whole exported client, or people in tables onto a map.

mod model;
mod repository;
mod row_builder;
mod service;
mod tables;
mod validate;

pub use model::{
    Imported, ImportedAgreement, ImportedCard, ImportedCardPerson, ImportedClient, ImportedMap, ImportedPerson,
    ImportedSupporter, ImportedTie, Timestamps,
};
pub use repository::{ImportRows, Imports};
pub use service::{authorize_client, authorize_map, into_client, into_map};
pub use tables::{NewOnMap, NewSupporter, NewTie};
