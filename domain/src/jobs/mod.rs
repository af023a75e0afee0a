//! Jobs: work that is done after the request, at least once, by whichever process is free.

mod model;
mod repository;
mod service;

pub use model::{Job, JobKind, MAX_ATTEMPTS, NewJob};
pub use repository::{Jobs, Queue};
pub use service::{LEASE, run, schedule, take};
