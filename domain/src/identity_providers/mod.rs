//! Identity providers: with which an organisation lets its staff log in (OpenID Connect).
//!
//! A provider speaks for its organisation only. Which one it is (issuer, client and tenant) never changes, since identities
//! are known by it.

mod issuer;
mod model;
mod repository;
mod service;

pub use issuer::Issuer;
pub use model::{
    ClientAuthentication, IdentityProvider, IdentityProviderChanges, MAX_IDENTITY_PROVIDERS, NewIdentityProvider,
};
pub use repository::IdentityProviders;
pub use service::{create, delete, list, show, update};
