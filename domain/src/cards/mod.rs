//! Cards: immutable, numbered versions of a map, the MLM-kaart.

mod digest;
mod model;
mod repository;
#[cfg(test)]
mod samples;
mod sealed;
mod service;

pub use digest::Digest;
pub use model::{Card, CardHead, Content, NewCard, Preview};
pub use repository::Cards;
pub use sealed::{SealedCard, SealedPerson};
pub use service::{create, list, preview, show};
