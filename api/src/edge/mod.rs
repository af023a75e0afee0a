//! What happens to every request, whatever its route.

mod answers;
mod body;
mod compress;
mod cors;
mod deadlines;
mod detached;
mod framing;
mod headers;
mod limit;
mod method;
mod observe;
mod problems;
mod request_id;

pub use answers::{AnswerSettings, OpenAnswers};
pub(crate) use answers::{bound_answers, follow, hold};
pub(crate) use body::{BODY_LIMIT, BodyDigest, buffer, is_left_to_handler, longest_to_receive, receive_large};
pub(crate) use compress::compress;
pub(crate) use cors::{cors, preflight};
pub use deadlines::Deadlines;
pub(crate) use detached::detach;
pub(crate) use framing::frame;
pub(crate) use headers::headers;
pub use limit::Limiter;
pub(crate) use limit::limit;
pub(crate) use method::{HeadersOnly, method};
pub(crate) use observe::{Seen, observe};
pub(crate) use problems::{fallback, render, wrong_method};
pub(crate) use request_id::{RequestId, identify};
