//! Domains that an organisation proves to own, with a record in DNS.
//!
//! A provider's word for an email address counts only within them. Several organisations may prove one domain.

mod check;
mod model;
mod repository;
mod service;
mod txt_records;

pub use check::ProvenDomains;
pub(crate) use check::check;
pub use model::{LogInDomain, MAX_LOG_IN_DOMAINS, MISSING_FOR};
pub use repository::LogInDomains;
pub use service::{create, delete, list, show, verify};
pub use txt_records::TxtRecords;
