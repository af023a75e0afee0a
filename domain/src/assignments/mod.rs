//! Assignments: which coach works with which client, during which period and on what basis.

mod model;
mod repository;
mod service;

pub use model::{
    Assignable, AssignableClient, Assignment, AssignmentChanges, MAX_AT_ONCE, NewAssignment, NewAssignments,
};
pub use repository::Assignments;
pub use service::{create, create_all, current, list, list_all, show, update};
