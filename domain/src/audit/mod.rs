//! The audit trail: every operation leaves an entry, whether it changed something, read something or was refused.

mod log;
mod scope;

pub use log::{AccountTask, AuditEntry, AuditLog, AuditedOperation, NoAuditLog, Outcome};
pub use scope::Accounts;
pub(crate) use scope::{AuditScope, AuditedAccounts};
