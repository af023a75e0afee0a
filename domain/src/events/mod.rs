//! Events: one row per change, written in the transaction of the change.

mod bookmark;
mod follow;
mod kind;
mod model;
mod repository;
mod visible;

pub use bookmark::{Bookmark, Cursor, NoBookmark};
pub use follow::{Change, Feed, FeedUpdate, NextPoll};
pub use kind::EventKind;
pub use model::Event;
pub(crate) use model::KEPT;
pub use repository::{Candidate, Changes, ClientEvent, Reading};
