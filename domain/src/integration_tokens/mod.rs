//! Tokens of integrations: secrets for identity providers that cannot sign with a key of their own.
//!
//! A token opens provisioning (SCIM) only. The integration says what it may do there.

mod model;
mod repository;
mod service;

pub use model::{IntegrationToken, IssuedToken, MAX_TOKENS, MAX_VALID_DAYS, NewToken, VALID_DAYS};
pub use repository::IntegrationTokens;
pub use service::{authenticate, create, delete, list};
