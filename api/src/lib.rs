//! The HTTP API of Omringd over the domain's ports.

pub mod auth;
mod background;
#[cfg(feature = "server")]
pub mod cli;
mod client_address;
mod compression;
pub mod config;
mod connections;
#[cfg(feature = "server")]
mod descriptors;
mod edge;
mod entity_tag;
mod event_stream;
mod extract;
mod fair_queue;
mod header_list;
mod heavy;
mod locale;
mod oauth2;
pub mod openapi;
mod pictures;
mod places;
mod problem;
mod public_url;
mod respond;
mod retry_after;
mod routes;
mod schema;
#[cfg(feature = "server")]
pub mod server;
mod service;
mod spool;
mod streams;
pub mod telemetry;
mod v1;
mod validation;
mod voice;
mod well_known;
#[cfg(feature = "server")]
mod worker;

pub use background::Yielding;
pub use client_address::{ProxyError, TrustedProxies};
#[cfg(feature = "server")]
pub use connections::{ConnectionSettings, Connections, PaceSettings};
pub use edge::{AnswerSettings, Deadlines, Limiter, OpenAnswers};
pub use heavy::{HeavySettings, HeavyWork};
pub use pictures::Studio;
pub use public_url::PublicUrl;
pub use routes::{App, Described, application};
pub use service::Readiness;
pub use spool::Spools;
pub use streams::{StreamSettings, Streams};
pub use v1::{Imports, Rendered};
