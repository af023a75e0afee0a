//! The mark of a supporter: a label with the name, the signs of support types, a zigzag for tension.

use crate::canvas::{Anchor, Canvas, Rect, Style};
use crate::fonts::{Weight, drawable, width};
use crate::glyphs::{sign, zigzag};
use crate::layout::Rings;
use crate::palette;
use crate::text::{Escaped, wrapped};
use crate::view_model::{People, Supporting};

/// The dimensions of marks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Size {
    /// The font size of the name.
    pub(crate) font: f64,
    /// Maximum width of a name.
    pub(crate) room: f64,
    /// Maximum number of lines of a name.
    pub(crate) lines: usize,
    /// The size of a sign.
    pub(crate) sign: f64,
    /// The radii of the rings.
    pub(crate) rings: Rings,
    /// Whether a number replaces the name; a list explains the numbers.
    pub(crate) numbered: bool,
}

/// Line height, in multiples of the font size.
const LINE: f64 = 1.15;
/// The space below a mark for the zigzag, in multiples of the font size.
const TENSION: f64 = 0.35;
/// Maximum number of signs on a mark; further signs are counted, as in `+2`.
const MAX_SIGNS: usize = 7;

/// A measured mark.
#[derive(Debug)]
pub(crate) struct Mark {
    pub(crate) at: usize,
    lines: Vec<String>,
    size: Size,
    pub(crate) w: f64,
    pub(crate) h: f64,
}

impl Mark {
    /// Measures the mark of supporter `at`; `number` is their position in the list of names.
    pub(crate) fn of(people: &People<'_>, at: usize, size: Size, number: usize) -> Self {
        let one = &people.all[at];
        let lines = if size.numbered {
            vec![number.to_string()]
        } else {
            wrapped(&one.name, size.room, size.font, Weight::Regular, size.lines)
        };
        let padding = size.font * if size.numbered { 0.35 } else { 0.5 };
        let longest = lines.iter().map(|line| width(line, size.font, Weight::Regular)).fold(size.font, f64::max);
        let signs = signs_width(one, size);
        let w = longest.max(signs) + 2.0 * padding;
        let mut h = size.font * (0.35 + LINE * lines.len() as f64);
        if signs > 0.0 {
            h += size.sign + 1.0;
        }
        if one.tension().is_some() {
            h += size.font * TENSION;
        }
        Self { at, lines, size, w, h }
    }

    /// Whether the name is truncated.
    pub(crate) fn cut(&self) -> bool {
        self.lines.iter().any(|line| line.ends_with('…'))
    }

    /// The full name, if it is truncated or contains characters that no font has.
    pub(crate) fn undrawn<'a>(&self, people: &'a People<'_>) -> Option<&'a str> {
        let name = &people.all[self.at].name;
        (!self.size.numbered && (self.cut() || drawable(name) != *name)).then_some(name)
    }

    /// Scales the mark by this factor.
    pub(crate) fn scaled(self, by: f64) -> Self {
        let Size { font, room, sign, .. } = self.size;
        let size = Size { font: font * by, room: room * by, sign: sign * by, ..self.size };
        Self { size, w: self.w * by, h: self.h * by, ..self }
    }

    /// Draws the mark by its upper left corner, as a list item with a full description in its title.
    pub(crate) fn draw(&self, canvas: &mut Canvas, people: &People<'_>, x: f64, y: f64) {
        let (one, size) = (&people.all[self.at], self.size);
        let (id, title) = (one.supporter.id.0, people.title(self.at));
        canvas
            .put(format_args!("\n<g role=\"listitem\" data-supporter-id=\"{id}\"><title>{}</title>", Escaped(&title)));
        let dashes = if one.closeness().is_none() { r#" stroke-dasharray="3 2""# } else { "" };
        let look = format!(r#"fill="{}" stroke="{}"{dashes}"#, palette::PAPER, palette::INK);
        let bottom = if one.tension().is_some() { self.h - size.font * TENSION } else { self.h };
        canvas.rect(Rect { x, y, w: self.w, h: bottom }, size.font * 0.55, &look);
        let style = Style::regular(size.font).anchor(Anchor::Middle);
        let middle = x + self.w / 2.0;
        for (number, line) in self.lines.iter().enumerate() {
            canvas.text(middle, y + size.font * (1.13 + LINE * number as f64), style, line);
        }
        signs(canvas, people, one, size, (middle, y + size.font * (0.27 + LINE * self.lines.len() as f64)));
        if let Some(tension) = one.tension() {
            let thickness = 1.0 + 0.3 * f64::from(tension);
            let length = self.w - size.font;
            let from = (x + size.font / 2.0, y + bottom);
            canvas.line(from, (from.0 + length, from.1), &format!(r#"stroke="{}" stroke-width="3""#, palette::PAPER));
            zigzag(canvas, from, length, size.font * 0.42, thickness);
        }
        canvas.put(format_args!("</g>"));
    }
}

fn signs_width(one: &Supporting<'_>, size: Size) -> f64 {
    let count = one.signs.len();
    if size.numbered || count == 0 {
        return 0.0;
    }
    let more = if count > MAX_SIGNS { size.sign * 1.6 } else { 0.0 };
    count.min(MAX_SIGNS) as f64 * (size.sign + 2.0) - 2.0 + more
}

fn signs(canvas: &mut Canvas, people: &People<'_>, one: &Supporting<'_>, size: Size, (middle, y): (f64, f64)) {
    if size.numbered || one.signs.is_empty() {
        return;
    }
    let mut x = middle - signs_width(one, size) / 2.0;
    for of in one.signs.iter().take(MAX_SIGNS) {
        sign(canvas, (x, y), size.sign, people.kinds[of.kind].glyph, of.state);
        x += size.sign + 2.0;
    }
    if let more @ 1.. = one.signs.len().saturating_sub(MAX_SIGNS) {
        canvas.text(x, y + size.sign * 0.85, Style::bold(size.sign * 0.9), &format!("+{more}"));
    }
}
