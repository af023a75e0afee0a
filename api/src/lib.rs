//! The HTTP API of Omringd over the domain's ports.

#![warn(missing_docs)]
#![cfg_attr(not(feature = "server"), expect(dead_code, reason = "only the server makes the application"))]

mod audience;
pub mod auth;
#[cfg(feature = "server")]
pub mod cli;
mod client_address;
mod compression;
pub mod config;
mod connections;
mod current_request;
mod demo_log_ins;
mod described;
#[cfg(feature = "server")]
mod dns;
mod entity_tag;
mod event_stream;
mod export_queue;
mod extract;
mod fair_queue;
#[cfg(feature = "server")]
mod file_descriptors;
mod front_end;
mod header_list;
#[cfg(feature = "server")]
mod job_worker;
mod locale;
#[cfg(feature = "server")]
mod log_anchors;
#[cfg(feature = "server")]
mod log_sealer;
mod low_priority;
#[cfg(feature = "server")]
pub mod mail;
mod metric_catalogue;
mod middleware;
mod oauth2;
mod openapi;
mod openid;
mod outbound;
mod pictures;
mod problem;
#[cfg(feature = "server")]
mod process_metrics;
mod public_url;
mod rate_limit_fields;
mod refresh_cookie;
mod request_context;
mod response;
mod retry_after;
mod routes;
mod routing;
mod schema;
mod scim;
#[cfg(feature = "server")]
pub mod server;
mod service;
mod slots;
mod spool;
mod sse_limits;
mod static_file;
pub mod telemetry;
mod trace_context;
mod v1;
mod validation;
mod well_known;

pub use client_address::{ProxyError, TrustedProxies};
#[cfg(feature = "server")]
pub use connections::{ConnectionSettings, PaceSettings};
pub use export_queue::ExportSettings;
pub use front_end::ServedFrontEnd;
pub use middleware::{Deadlines, ResponseSettings};
pub use public_url::PublicUrl;
pub use routes::document;
pub use sse_limits::StreamSettings;
