//! Extractors. Each refuses with a problem that points to the error.

mod content_type;
mod id;
mod if_match;
mod json;
mod negotiate;
mod paging;
mod patch;
mod query;
mod read_only;
mod text_file;
mod upload;
mod whole_numbers;

pub(crate) use content_type::is_one_of;
pub(crate) use id::{Id, Ids, NewId};
pub(crate) use if_match::{Head, IfMatch, IfMatchPart, IfNoneMatch, Needs, Part};
pub(crate) use json::{ValidJson, typed, within_tree};
pub(crate) use negotiate::negotiate;
pub(crate) use paging::{NextPage, PageQuery, Paging};
pub(crate) use patch::Patch;
pub(crate) use query::{LenientQuery, ValidQuery};
pub(crate) use read_only::ReadOnly;
pub(crate) use upload::Upload;
