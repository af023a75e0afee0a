//! Integrations: external systems of an organisation, such as its client records.
//!
//! An integration has no secret here: it proves who it is with a key of its own (RFC 7523).

mod credentials;
mod keys;
mod model;
mod repository;
mod service;

pub use credentials::{Assertion, Credentials, IntegrationCredentials, authenticate};
pub use keys::{KeySet, KeySetUrl, KeySource, PublicKey};
pub use model::{Integration, IntegrationChanges, NewIntegration};
pub use repository::Integrations;
pub use service::{create, delete, list, show, update};
