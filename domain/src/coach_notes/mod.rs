//! Coach notes: a coach's private notes about a client.
//!
//! Visible only to their author, while assigned to the client.

mod model;
mod repository;
mod service;

pub use model::{CoachNote, CoachNoteChanges, NewCoachNote};
pub use repository::CoachNotes;
pub use service::{create, delete, list, show, update};
