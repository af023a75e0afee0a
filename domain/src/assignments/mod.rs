//! Assignments: which coach works with which client, from when until when, and on what basis.

mod model;
mod repository;
mod service;

pub use model::{Assignment, AssignmentChanges, NewAssignment};
pub use repository::Assignments;
pub use service::{create, current, list, show, update};
