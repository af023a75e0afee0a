//! The audit log: every operation leaves an entry.
//!
//! Whether it changed data, read data or was refused.

mod log;
mod scope;

pub(crate) use log::AllowedIn;
pub use log::{AccountTask, AuditEntry, AuditLog, AuditedOperation, NoAuditLog, Outcome};
pub use scope::Accounts;
pub(crate) use scope::{AuditScope, AuditedAccounts};
