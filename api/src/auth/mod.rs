//! Who calls: access tokens, and the caller of a request.

mod caller;
mod tokens;

pub(crate) use caller::Bearer;
pub use tokens::Tokens;
