//! Events: what was done, one row each, written in the transaction that did it.

mod bookmark;
mod follow;
mod kind;
mod model;
mod repository;
mod visible;

pub use bookmark::{Bookmark, Cursor, NoBookmark};
pub use follow::{Again, Change, Feed, News};
pub use kind::EventKind;
pub use model::Event;
pub(crate) use model::KEPT;
pub use repository::{Candidate, Changes, ClientEvent, Reading};
