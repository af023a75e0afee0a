//! Logging in with an identity provider of an organisation (OpenID Connect), and linking an identity there.
//!
//! A log-in begins with a random state, stored with what only the browser that began can read, and used up by its callback.
//! No transaction is open while the provider is asked.

mod back_channel;
mod claims;
mod client_key;
mod link;
mod log_in;
mod methods;
mod model;
mod store;

pub use back_channel::{LogOutToken, log_out};
pub use claims::Claims;
pub use client_key::client_key;
pub use link::{begin_link, finish_link};
pub use log_in::{begin, finish};
pub use methods::{OfferedProvider, methods};
pub use model::{
    Asserted, Authorization, Begun, Callback, ClientCredential, LogInState, Redemption, StoredProvider, TakenState,
    VALID_FOR, With,
};
pub use store::ProviderLogIns;
