//! Consents: what a client allows an external system to receive, and until when.

mod model;
mod repository;
mod service;

pub(crate) use model::manner_of;
pub use model::{Consent, Manner, NewConsent, Purpose, Receiver};
pub use repository::Consents;
pub use service::{create, list, receivers, show, withdraw};
