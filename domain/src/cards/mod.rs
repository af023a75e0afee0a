//! Cards: immutable, numbered versions of a map (*MLM-kaart*).

mod difference;
mod digest;
mod model;
mod repository;
#[cfg(test)]
mod samples;
mod service;
mod stored;

pub use difference::{Change, ChangeKind, Turnover, differences};
pub use digest::Digest;
pub use model::{Card, CardHead, Comparison, Content, DatedCard, NewCard, Preview};
pub use repository::Cards;
pub use service::{compare, create, list, list_of_client, preview, show};
pub(crate) use stored::redacted_profile;
pub use stored::{StoredCard, StoredPerson};
