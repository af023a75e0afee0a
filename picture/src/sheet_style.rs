//! The style of a sheet: font sizes, the size of the rings, and the position of the legend.
//!
//! The rings are laid out in their own units, which are the same for every sheet, and scaled.

use crate::columns::Columns;
use crate::labels::Size;
use crate::layout::{CROWDED, RADIUS, USUAL};

/// The style of the parts of a sheet.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look {
    /// The width of the content, in drawing units.
    pub(crate) width: f64,
    /// Drawing units per ring unit.
    pub(crate) scale: f64,
    /// The sizes of marks, largest first, in ring units; the first at which all marks fit is used.
    pub(crate) sizes: &'static [Size],
    /// The size of the marks beside the rings, in ring units.
    pub(crate) aside: Size,
    /// The font size of the legend.
    pub(crate) note: f64,
    /// The font size of ring names.
    pub(crate) ring: f64,
    /// The width of the legend beside the rings; `None` puts it below them.
    pub(crate) beside: Option<f64>,
    /// The columns of the lists.
    pub(crate) columns: Columns,
    /// The dimensions of the heading.
    pub(crate) heading: Heading,
}

/// The dimensions of the heading.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Heading {
    /// The top of the heading.
    pub(crate) top: f64,
    /// The font size of the theme.
    pub(crate) theme: f64,
    /// The font size of the words above the theme.
    pub(crate) above: f64,
    /// The font size of the card number.
    pub(crate) card: f64,
    /// The font size of the dates.
    pub(crate) small: f64,
    /// Whether number and dates are below the theme rather than beside it.
    pub(crate) stacked: bool,
}

const fn names(font: f64, room: f64, lines: usize, sign: f64) -> Size {
    let rings = if lines > 1 { USUAL } else { CROWDED };
    Size { font, room, lines, sign, rings, numbered: false }
}

const fn numbers(font: f64) -> Size {
    Size { font, room: 3.4 * font, lines: 1, sign: 0.0, rings: CROWDED, numbered: true }
}

/// The style of the screen sheet.
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

/// Minimum font size on A4: 11 points, at four units per millimetre.
pub(crate) const LEGIBLE: f64 = 15.6;
const ON_PAPER: Heading = Heading { top: 22.0, theme: 26.0, above: 16.0, card: 18.0, small: LEGIBLE, stacked: false };
const PAPER_COLUMNS: Columns = Columns { count: 3, width: 246.0, apart: 267.0, text: LEGIBLE };

/// A4 with few people: rings, lists and agreements share a page.
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

/// The scale of rings as wide as A4.
const LARGE: f64 = 780.0 / 2.0 / RADIUS;
const LARGE_TEXT: f64 = LEGIBLE / LARGE;

/// A4 with more people: the rings are as wide as the page.
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

/// The width in pixels at which a phone shows a picture.
const PHONE_WIDTH: f64 = 366.0;
const SMALL: f64 = PHONE_WIDTH / 2.0 / RADIUS;
/// The ring-unit size of twelve pixels on a phone.
const SMALL_TEXT: f64 = 12.1 / SMALL;

/// The style of the phone sheet: one unit is one pixel.
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
