//! How a sheet looks: how large its text is, how large its rings, and where its legend stands.
//!
//! The rings are laid out in units of their own, the same for every sheet, and drawn at the sheet's scale.

use crate::columns::Columns;
use crate::labels::Size;
use crate::layout::{CROWDED, RADIUS, USUAL};

/// How the parts of a sheet look.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look {
    /// How wide everything is, in units of the drawing.
    pub(crate) width: f64,
    /// Units of the drawing for one of the rings'.
    pub(crate) scale: f64,
    /// The sizes of marks, from large to small, in units of the rings; the first with which everyone has room is used.
    pub(crate) sizes: &'static [Size],
    /// The size of the marks beside the rings, in units of the rings.
    pub(crate) aside: Size,
    /// The size of the legend's text.
    pub(crate) note: f64,
    /// The size of the name of a ring.
    pub(crate) ring: f64,
    /// How wide the legend is, if it stands beside the rings and not below them.
    pub(crate) beside: Option<f64>,
    /// The lists.
    pub(crate) columns: Columns,
    /// The sizes of the heading.
    pub(crate) heading: Heading,
}

/// The sizes of the heading.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Heading {
    /// The top.
    pub(crate) top: f64,
    /// Of the theme.
    pub(crate) theme: f64,
    /// Of the words above it.
    pub(crate) above: f64,
    /// Of the number of the card.
    pub(crate) card: f64,
    /// Of the days.
    pub(crate) small: f64,
    /// Whether number and days stand below the theme and not beside it.
    pub(crate) stacked: bool,
}

const fn names(font: f64, room: f64, lines: usize, sign: f64) -> Size {
    let rings = if lines > 1 { USUAL } else { CROWDED };
    Size { font, room, lines, sign, rings, numbered: false }
}

const fn numbers(font: f64) -> Size {
    Size { font, room: 3.4 * font, lines: 1, sign: 0.0, rings: CROWDED, numbered: true }
}

/// For a screen.
pub(crate) const SCREEN: Look = Look {
    width: 780.0,
    scale: 1.0,
    sizes: &[
        names(12.5, 88.0, 2, 12.0),
        names(11.0, 78.0, 2, 10.5),
        names(10.0, 70.0, 1, 9.5),
        names(8.5, 58.0, 1, 8.0),
        numbers(9.0),
    ],
    aside: names(11.0, 78.0, 2, 10.5),
    note: 11.0,
    ring: 9.5,
    beside: Some(178.0),
    columns: Columns { count: 3, width: 246.0, apart: 267.0, text: 11.5 },
    heading: Heading { top: 22.0, theme: 25.0, above: 13.0, card: 16.0, small: 11.5, stacked: false },
};

/// The least size of text on A4: 11 points, at four units to the millimetre.
pub(crate) const LEGIBLE: f64 = 15.6;
const ON_PAPER: Heading = Heading { top: 22.0, theme: 26.0, above: 16.0, card: 18.0, small: LEGIBLE, stacked: false };
const PAPER_COLUMNS: Columns = Columns { count: 3, width: 246.0, apart: 267.0, text: LEGIBLE };

/// For A4 with so few people that rings, lists and agreements share a page.
pub(crate) const A4: Look = Look {
    width: 780.0,
    scale: 1.0,
    sizes: &[names(LEGIBLE, 106.0, 2, 14.0)],
    aside: names(LEGIBLE, 106.0, 2, 14.0),
    note: LEGIBLE,
    ring: LEGIBLE,
    beside: Some(178.0),
    columns: PAPER_COLUMNS,
    heading: ON_PAPER,
};

/// How much larger than the others the rings are that are as wide as A4.
const LARGE: f64 = 780.0 / 2.0 / RADIUS;
const LARGE_TEXT: f64 = LEGIBLE / LARGE;

/// For A4 with more people: the rings are as wide as the page.
pub(crate) const A4_LARGE: Look = Look {
    scale: LARGE,
    sizes: &[
        names(12.5, 88.0, 2, 12.0),
        names(LARGE_TEXT, 80.0, 2, 10.5),
        names(LARGE_TEXT, 78.0, 1, 10.0),
        numbers(LARGE_TEXT),
    ],
    aside: names(LARGE_TEXT, 90.0, 2, 10.5),
    beside: None,
    ..A4
};

/// How many pixels wide a phone shows a picture.
const PHONE_WIDTH: f64 = 366.0;
const SMALL: f64 = PHONE_WIDTH / 2.0 / RADIUS;
/// Twelve pixels.
const SMALL_TEXT: f64 = 12.1 / SMALL;

/// For a phone: one unit is one pixel.
pub(crate) const PHONE: Look = Look {
    width: PHONE_WIDTH,
    scale: SMALL,
    sizes: &[names(SMALL_TEXT, 124.0, 2, 17.0), names(SMALL_TEXT, 116.0, 1, 16.0), numbers(SMALL_TEXT)],
    aside: names(SMALL_TEXT, 140.0, 2, 17.0),
    note: 13.0,
    ring: 12.1,
    beside: None,
    columns: Columns { count: 1, width: PHONE_WIDTH, apart: 0.0, text: 14.0 },
    heading: Heading { top: 16.0, theme: 24.0, above: 14.0, card: 14.0, small: 13.0, stacked: true },
};
