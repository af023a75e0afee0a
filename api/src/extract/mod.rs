//! What handlers take: every extractor refuses with a problem that names the place.

mod id;
mod if_match;
mod json;
mod negotiate;
mod paging;

pub(crate) use id::{Id, Ids};
pub(crate) use if_match::IfMatch;
pub(crate) use json::{ValidJson, present};
pub(crate) use negotiate::negotiate;
pub(crate) use paging::{PageQuery, Paging, pairs};
