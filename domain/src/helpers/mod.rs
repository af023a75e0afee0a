//! Need-first look-up: finds who could help with a need, each with the reasons.

mod candidate;
mod ranking;
mod reasons;
mod repository;
mod service;

pub use candidate::Candidate;
pub use ranking::{Helper, rank};
pub use reasons::{DECLINED_RECENTLY_DAYS, LOW_BURDEN, Reason, ReasonCode};
pub use repository::{Helpers, MAX_MAPS};
pub use service::{Found, find, find_all};
