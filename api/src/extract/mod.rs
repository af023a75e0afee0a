//! What handlers take: every extractor refuses with a problem that names the place.

mod content_type;
mod id;
mod if_match;
mod json;
mod negotiate;
mod paging;
mod query;
mod text_file;
mod upload;

pub(crate) use content_type::is_one_of;
pub(crate) use id::{Id, Ids};
pub(crate) use if_match::IfMatch;
pub(crate) use json::{Schema, ValidJson, present, within_tree};
pub(crate) use negotiate::negotiate;
pub(crate) use paging::{PageQuery, Paging};
pub(crate) use query::read_query;
pub(crate) use upload::Upload;
