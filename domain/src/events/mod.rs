//! Events: what was done, one row each, written in the transaction that did it.

mod model;

pub use model::Event;
pub(crate) use model::KEPT;
