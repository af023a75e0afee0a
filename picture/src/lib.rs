//! The picture of a map: SVG, PNG and PDF, the same bytes for the same scene.

use chrono::NaiveDate;
use domain::maps::WholeMap;
use domain::support_types::SupportTypeEntry;
use domain::vocabulary::Language;

/// What is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The map with everything on it.
    pub whole: &'a WholeMap,
    /// The organisation's support types, for their labels.
    pub support_types: &'a [SupportTypeEntry],
    /// The number of the card; none is a map still being made.
    pub number: Option<i64>,
    /// The day the card was made, or today.
    pub on: NaiveDate,
    /// The language of everything but names.
    pub language: Language,
}

/// On what it is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// For a screen: the rings, the legend, nothing else.
    Screen,
    /// A4 portrait: the rings, whom to call for what, the agreements.
    A4,
    /// 85 by 54 mm: at most eight names and numbers.
    Wallet,
}

/// A picture that could not be made: a defect of ours.
#[derive(Debug, thiserror::Error)]
#[error("the picture could not be made: {0}")]
pub struct Failure(String);

/// The picture as SVG.
#[must_use]
pub fn svg(scene: &Scene<'_>, sheet: Sheet) -> String {
    let _ = (scene, sheet);
    String::new()
}

/// The picture as PNG.
///
/// # Errors
/// [`Failure`].
pub fn png(scene: &Scene<'_>, sheet: Sheet) -> Result<Vec<u8>, Failure> {
    Err(Failure(svg(scene, sheet)))
}

/// The picture as PDF.
///
/// # Errors
/// [`Failure`].
pub fn pdf(scene: &Scene<'_>, sheet: Sheet) -> Result<Vec<u8>, Failure> {
    Err(Failure(svg(scene, sheet)))
}
