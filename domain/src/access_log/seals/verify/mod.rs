//! Recomputes every seal and head from the lines, a bounded number at a time, and names what does not agree.

mod block;
mod finding;
mod heads;
mod suspects;

pub use finding::{Finding, FindingKind, Summary};
pub use heads::Verifier;
