//! Maps: the working documents with everything on them.

mod content;
mod follow;
mod limits;
mod model;
mod prompts;
mod repository;
mod service;
mod steps;

pub use content::{Content, ContentChange, ContentIds, Difference, Existing, Placed, Tied};
pub use follow::{LastChange, follow, last_change};
pub use limits::{MAX_AGREEMENTS, MAX_NEEDS, MAX_REFLECTIONS, MAX_SUPPORTERS, MAX_SUPPORTS, MAX_TIES, Room};
pub use model::{Map, MapChanges, NewMap, Revision, WholeMap};
pub use prompts::Prompt;
pub use repository::Maps;
pub use service::{authorize_content, create, delete, list, replace_content, show, update};
pub use steps::{Step, StepFacts, StepProgress};
