//! Insights: coverage, network measures, observations as questions, and the effect of an absence.
//!
//! Everything is computed from the whole map and never stored. An unanswered question is unknown, never "no": it
//! makes a measure undefined or is excluded from it, as each measure documents. Persons who belong to the past count
//! in the structure of the map, but are never available: coverage, concentration and observations about people
//! exclude them.

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
