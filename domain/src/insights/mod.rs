//! What a map tells: coverage and gaps, measures, observations as questions, and "what if this person falls away".
//!
//! Everything here is computed from the whole map and never stored. An unanswered question is unknown, never "no":
//! it makes a measure undefined or is left out of it, and each says which. Whoever belongs to the past stays on the map and in the measures of
//! its structure, and nobody counts on them: coverage, concentration and all that is noticed about people leave them out.

mod absence;
mod coverage;
#[cfg(test)]
mod examples;
mod groups;
mod measures;
mod observations;
mod service;
#[cfg(test)]
pub(crate) mod tests;

pub use absence::{Absence, Consequence, absence};
pub use coverage::{Coverage, CoverageState, coverage};
pub use groups::groups;
pub use measures::{Composition, Concentration, Measures, measures};
pub use observations::{
    CARRIES_MOST, HIGH_BURDEN, HIGH_TENSION, Observation, Rule, at_least, is_professional, observations,
};
pub use service::{Insights, MapAbsence, show, what_if};
