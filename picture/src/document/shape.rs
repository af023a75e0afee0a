//! Lines of text: their font, their width, and the order in which their parts are drawn.

use crate::fonts::{self, Weight, plain};
use rustybuzz::{Direction, Face, UnicodeBuffer};
use std::ops::Range;
use std::sync::LazyLock;
use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};

/// The font of a text. One font draws a whole paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Typeface {
    Regular,
    Bold,
    /// For texts with characters that the others lack; it has one weight.
    Wide,
}

/// The fonts, in the order of [`Typeface`].
pub(super) const FONTS: [&[u8]; 3] = [fonts::REGULAR, fonts::BOLD, fonts::FALLBACK];

static WIDE: LazyLock<Option<Face<'static>>> = LazyLock::new(|| Face::from_slice(fonts::FALLBACK, 0));

impl Typeface {
    pub(super) fn of(text: &str, weight: Weight) -> Self {
        match weight {
            _ if !plain(text) => Self::Wide,
            Weight::Regular => Self::Regular,
            Weight::Bold => Self::Bold,
        }
    }

    /// The width of a text in this font, in em. Of scripts whose letters join, it is the width of the joined letters.
    pub(super) fn width(self, text: &str) -> f64 {
        match self {
            Self::Regular => fonts::width(text, 1.0, Weight::Regular),
            Self::Bold => fonts::width(text, 1.0, Weight::Bold),
            Self::Wide => runs(text).into_iter().map(|run| joined_width(&text[run.range], run.right_to_left)).sum(),
        }
    }
}

/// A part of a line with one direction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) range: Range<usize>,
    pub(super) right_to_left: bool,
}

/// The parts of a line from left to right.
pub(super) fn runs(text: &str) -> Vec<Run> {
    if text.chars().all(|c| c < '\u{590}') {
        return vec![Run { range: 0..text.len(), right_to_left: false }];
    }
    // A sentence in Dutch or English that begins with a Hebrew name still runs from left to right.
    let has_latin = text.chars().any(|c| bidi_class(c) == BidiClass::L);
    let base = if has_latin { Level::ltr() } else { Level::rtl() };
    let info = BidiInfo::new(text, Some(base));
    let mut runs = Vec::new();
    for paragraph in &info.paragraphs {
        let (levels, ranges) = info.visual_runs(paragraph, paragraph.range.clone());
        let right_to_left = |range: &Range<usize>| levels.get(range.start).is_some_and(Level::is_rtl);
        runs.extend(ranges.into_iter().map(|range| Run { right_to_left: right_to_left(&range), range }));
    }
    runs
}

fn joined_width(text: &str, right_to_left: bool) -> f64 {
    let Some(face) = &*WIDE else { return 0.0 };
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    buffer.set_direction(if right_to_left { Direction::RightToLeft } else { Direction::LeftToRight });
    let glyphs = rustybuzz::shape(face, &[], buffer);
    let units: i64 = glyphs.glyph_positions().iter().map(|position| i64::from(position.x_advance)).sum();
    units as f64 / f64::from(face.units_per_em())
}
