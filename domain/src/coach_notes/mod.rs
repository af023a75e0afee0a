//! Coach notes: what a coach notes about a client. Only its author sees one, and only while assigned to the client.

mod model;
mod repository;
mod service;

pub use model::{CoachNote, CoachNoteChanges, NewCoachNote};
pub use repository::CoachNotes;
pub use service::{create, delete, list, show, update};
