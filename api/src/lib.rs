//! The HTTP API of Omringd over the domain's ports.

pub mod auth;
mod edge;
mod extract;
mod locale;
pub mod openapi;
mod problem;
mod respond;
mod routes;
mod schema;
#[cfg(feature = "server")]
pub mod server;
mod v1;

pub use routes::App;
