//! Requests for access (GDPR, article 15): a client without a log-in of their own asked for their record and its access log, on paper.

mod model;
mod printing;
mod repository;
mod service;

pub use model::{AccessRequest, PRINTABLE_FOR};
pub use printing::{MOST_LINES, PrintedLog, PrintedRecord, Sheet, print_access_log, print_record};
pub use repository::AccessRequests;
pub use service::{create, list, show};
