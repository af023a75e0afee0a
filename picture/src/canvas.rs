//! Writes SVG elements, with numbers rounded to two decimals and text escaped.

use crate::fonts::{STACK, WIDE, Weight, plain};
use crate::palette;
use crate::text::Escaped;
use std::fmt::{self, Write};

/// A coordinate, formatted with at most two decimals.
pub(crate) struct N(pub(crate) f64);

impl fmt::Display for N {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hundredths = (self.0 * 100.0).round() as i64;
        let (whole, part) = (hundredths.abs() / 100, hundredths.abs() % 100);
        if hundredths < 0 {
            f.write_str("-")?;
        }
        match part {
            0 => write!(f, "{whole}"),
            part if part % 10 == 0 => write!(f, "{whole}.{}", part / 10),
            part => write!(f, "{whole}.{part:02}"),
        }
    }
}

/// The horizontal alignment of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// The style of a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style {
    pub(crate) size: f64,
    pub(crate) weight: Weight,
    pub(crate) colour: &'static str,
    pub(crate) anchor: Anchor,
}

impl Style {
    pub(crate) const fn regular(size: f64) -> Self {
        Self { size, weight: Weight::Regular, colour: palette::INK, anchor: Anchor::Start }
    }

    pub(crate) const fn bold(size: f64) -> Self {
        Self { weight: Weight::Bold, ..Self::regular(size) }
    }

    pub(crate) const fn colour(self, colour: &'static str) -> Self {
        Self { colour, ..self }
    }

    pub(crate) const fn anchor(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }
}

/// A rectangle, by its upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Rect {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) w: f64,
    pub(crate) h: f64,
}

/// The SVG written so far.
#[derive(Debug, Default)]
pub(crate) struct Canvas(String);

impl Canvas {
    /// Writes formatted markup; the caller must escape it.
    pub(crate) fn put(&mut self, arguments: fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.0.write_fmt(arguments);
    }

    /// The number of bytes written.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn finish(self) -> String {
        self.0
    }

    pub(crate) fn text(&mut self, x: f64, y: f64, style: Style, text: &str) {
        self.put(format_args!(r#"<text x="{}" y="{}" font-size="{}""#, N(x), N(y), N(style.size)));
        if style.weight == Weight::Bold {
            self.put(format_args!(r#" font-weight="700""#));
        }
        if !plain(text) {
            self.put(format_args!(r#" font-family="'{WIDE}',{STACK}""#));
        }
        match style.anchor {
            Anchor::Start => {}
            Anchor::Middle => self.put(format_args!(r#" text-anchor="middle""#)),
            Anchor::End => self.put(format_args!(r#" text-anchor="end""#)),
        }
        self.put(format_args!(r#" fill="{}">{}</text>"#, style.colour, Escaped(text)));
    }

    /// Draws a rectangle with rounded corners; `look` has its fill and stroke.
    pub(crate) fn rect(&mut self, rect: Rect, radius: f64, look: &str) {
        let Rect { x, y, w, h } = rect;
        self.put(format_args!(r#"<rect x="{}" y="{}" width="{}" height="{}""#, N(x), N(y), N(w), N(h)));
        if radius > 0.0 {
            self.put(format_args!(r#" rx="{}""#, N(radius)));
        }
        self.put(format_args!(" {look}/>"));
    }

    pub(crate) fn circle(&mut self, (x, y): (f64, f64), radius: f64, look: &str) {
        self.put(format_args!(r#"<circle cx="{}" cy="{}" r="{}" {look}/>"#, N(x), N(y), N(radius)));
    }

    pub(crate) fn line(&mut self, from: (f64, f64), to: (f64, f64), look: &str) {
        let [(x1, y1), (x2, y2)] = [from, to];
        self.put(format_args!(r#"<path d="M{} {}L{} {}" {look}/>"#, N(x1), N(y1), N(x2), N(y2)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_two_decimals_at_most() {
        let shown = |n| N(n).to_string();
        assert_eq!(
            [shown(1.0), shown(1.5), shown(-0.25), shown(1.0 / 3.0), shown(-0.001)],
            ["1", "1.5", "-0.25", "0.33", "0"]
        );
    }
}
