//! The audit log: every operation leaves an entry.
//!
//! Whether it changed data, read data or was refused.

mod account_task;
mod disclosure;
mod log;
mod owed_line;
mod scope;

pub use account_task::AccountTask;
pub(crate) use account_task::AllowedIn;
pub use disclosure::Disclosure;
pub use log::{AuditEntry, AuditLog, AuditedOperation, CurrentRequest, NoAuditLog, Outcome, RequestOrigin};
pub use owed_line::OwedLine;
pub use scope::Accounts;
pub(crate) use scope::{AuditScope, AuditedAccounts};
