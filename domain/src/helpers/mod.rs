//! The need-first look-up: from "I have to get something off my chest" to who could help, and why.

mod ranking;
mod reasons;
mod repository;
mod service;

pub use ranking::{Helper, rank};
pub use reasons::{DECLINED_RECENTLY_DAYS, LOW_BURDEN, Reason, ReasonCode};
pub use repository::{Helpers, LookUp};
pub use service::{Found, find};
