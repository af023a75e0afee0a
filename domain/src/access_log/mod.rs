//! The access log (NEN 7513): who read, changed or searched what, in which capacity and on which basis, refusals included.
//!
//! [`crate::audit`] writes it. A client reads the lines about their own record, an administrator those of the organisation.

mod model;
mod repository;
pub mod seals;
mod service;

pub use model::{Actor, ActorKind, LogFilter, LogLine, SignedHead};
pub use repository::AccessLog;
pub use service::{hand_over, list, list_heads, list_of_client};
