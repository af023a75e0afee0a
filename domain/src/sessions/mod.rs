//! Sessions: logging in, refreshing, logging out, and choosing an organisation.

mod model;
mod refusals;
mod service;

pub use model::{LIFETIME, LoggedIn, NewSession, Refreshed, Session};
pub use refusals::Refusals;
pub(crate) use service::start;
pub use service::{choose_organisation, current, end, end_current, list, log_in, refresh, revoke, store_ends};
