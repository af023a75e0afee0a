//! The HTTP API of Omringd over the domain's ports.

#![warn(missing_docs)]

mod audience;
pub mod auth;
#[cfg(feature = "server")]
pub mod cli;
mod client_address;
mod compression;
pub mod config;
mod connections;
mod described;
mod entity_tag;
mod event_stream;
mod export_queue;
mod extract;
mod fair_queue;
#[cfg(feature = "server")]
mod file_descriptors;
mod header_list;
#[cfg(feature = "server")]
mod job_worker;
mod locale;
mod low_priority;
mod middleware;
mod oauth2;
mod openapi;
mod pictures;
mod problem;
mod public_url;
mod rate_limit_fields;
mod request_context;
mod response;
mod retry_after;
mod routes;
mod routing;
mod schema;
#[cfg(feature = "server")]
pub mod server;
mod service;
mod slots;
mod spool;
mod sse_limits;
mod static_file;
pub mod telemetry;
mod v1;
mod validation;
mod well_known;

pub use client_address::{ProxyError, TrustedProxies};
#[cfg(feature = "server")]
pub use connections::{ConnectionSettings, Connections, PaceSettings};
pub use described::Described;
pub use export_queue::{ExportQueue, ExportSettings};
pub use low_priority::Priority;
pub use middleware::{Deadlines, Limiter, OpenResponses, ResponseSettings};
pub use pictures::Renderer;
pub use public_url::PublicUrl;
pub use routes::{App, application, document};
pub use service::Readiness;
pub use spool::Spools;
pub use sse_limits::{EventStreams, StreamSettings};
pub use v1::{Imports, MapCache};
