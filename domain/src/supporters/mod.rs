//! Supporters: persons placed on a map, and what support there is.

mod model;

pub use model::{Answers, Grade, Intensity, OutOfRange, Support, Supporter, SupporterChanges};
