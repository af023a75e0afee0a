//! Middleware that runs for every request, whatever its route.

mod body;
mod compress;
mod cors;
mod deadlines;
mod detached;
mod framing;
mod headers;
mod method;
mod problems;
mod rate_limit;
mod request_id;
mod request_log;
mod response_limits;

pub(crate) use body::{BODY_LIMIT, buffer, is_left_to_handler, longest_to_receive, receive_large};
pub(crate) use compress::compress;
pub(crate) use cors::{cors, preflight};
pub use deadlines::Deadlines;
pub(crate) use detached::detach;
pub(crate) use framing::frame;
pub(crate) use headers::headers;
pub(crate) use method::{HeadersOnly, method};
pub(crate) use problems::{fallback, render, wrong_method};
pub(crate) use rate_limit::{Limiter, limit};
pub(crate) use request_id::identify;
pub(crate) use request_log::observe;
pub use response_limits::ResponseSettings;
pub(crate) use response_limits::{OpenResponses, bound_answers, follow, hold};
