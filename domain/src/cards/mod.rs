//! Cards: immutable, numbered versions of a map, the MLM-kaart.

mod difference;
mod digest;
mod model;
mod repository;
#[cfg(test)]
mod samples;
mod sealed;
mod service;

pub use difference::{Change, Turnover, differences};
pub use digest::Digest;
pub use model::{Card, CardHead, Comparison, Content, DatedCard, NewCard, Preview};
pub use repository::Cards;
pub(crate) use sealed::nobody;
pub use sealed::{SealedCard, SealedPerson};
pub use service::{compare, create, list, preview, show};
