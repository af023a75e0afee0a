//! Background jobs: run after the request, at least once, by any process.

mod model;
mod repository;
mod service;

pub use model::{Job, JobKind, MAX_ATTEMPTS, NewJob};
pub use repository::{Jobs, Queue};
pub(crate) use service::Line;
pub use service::{LEASE, run, schedule, take};
