//! The mark of one supporter: a plate with the name, the signs of the support types beneath it, a zigzag for tension.

use crate::canvas::{Anchor, Canvas, N, Rect, Style};
use crate::fonts::{Weight, width};
use crate::glyphs::{sign, zigzag};
use crate::palette;
use crate::people::{People, Supporting};
use crate::text::{Escaped, fitted};

/// How large marks are drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Size {
    /// Of the name.
    font: f64,
    /// The most width of a name.
    room: f64,
    /// Of a sign.
    sign: f64,
    /// Whether a number stands for the name.
    pub(crate) numbered: bool,
}

/// From large to small; the first with which everyone has room of their own is used.
pub(crate) const SIZES: [Size; 4] = [
    Size { font: 12.5, room: 92.0, sign: 12.0, numbered: false },
    Size { font: 11.0, room: 80.0, sign: 10.5, numbered: false },
    Size { font: 9.5, room: 66.0, sign: 9.0, numbered: false },
    NUMBERED,
];
/// For more people than names fit: a number, explained in a list.
pub(crate) const NUMBERED: Size = Size { font: 9.0, room: 30.0, sign: 0.0, numbered: true };

/// The most signs on a mark; more are told by their number.
const MOST_SIGNS: usize = 7;

/// A mark, measured.
#[derive(Debug)]
pub(crate) struct Mark {
    pub(crate) at: usize,
    label: String,
    size: Size,
    pub(crate) w: f64,
    pub(crate) h: f64,
}

impl Mark {
    /// Measures the mark of the supporter `at`; `number` is their place in the list of names.
    pub(crate) fn of(people: &People<'_>, at: usize, size: Size, number: usize) -> Self {
        let one = &people.all[at];
        let label =
            if size.numbered { number.to_string() } else { fitted(&one.name, size.room, size.font, Weight::Regular) };
        let padding = size.font * if size.numbered { 0.35 } else { 0.5 };
        let signs = signs_width(one, size);
        let w = width(&label, size.font, Weight::Regular).max(signs).max(size.font) + 2.0 * padding;
        let mut h = size.font * 1.5;
        if signs > 0.0 {
            h += size.sign + 1.0;
        }
        if one.tension().is_some() {
            h += size.font * 0.2;
        }
        Self { at, label, size, w, h }
    }

    /// Draws it, by its left upper corner. It is an item of a list, with everything in its title.
    pub(crate) fn draw(&self, canvas: &mut Canvas, people: &People<'_>, x: f64, y: f64) {
        let (one, size) = (&people.all[self.at], self.size);
        canvas.put(format_args!(r#"<g role="listitem"><title>{}</title>"#, Escaped(&people.title(self.at))));
        let dashes = if one.closeness().is_none() { r#" stroke-dasharray="3 2""# } else { "" };
        let look = format!(r#"fill="{}" stroke="{}"{dashes}"#, palette::PAPER, palette::INK);
        canvas.rect(Rect { x, y, w: self.w, h: self.h }, size.font * 0.55, &look);
        let style = Style::regular(size.font).anchor(Anchor::Middle);
        canvas.text(x + self.w / 2.0, y + size.font * 1.13, style, &self.label);
        signs(canvas, people, one, size, (x + self.w / 2.0, y + size.font * 1.42));
        if let Some(tension) = one.tension() {
            let thickness = 1.0 + 0.35 * f64::from(tension);
            let length = self.w - size.font;
            let from = (x + size.font / 2.0, y + self.h);
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
    let more = if count > MOST_SIGNS { size.sign * 1.6 } else { 0.0 };
    count.min(MOST_SIGNS) as f64 * (size.sign + 2.0) - 2.0 + more
}

fn signs(canvas: &mut Canvas, people: &People<'_>, one: &Supporting<'_>, size: Size, (middle, y): (f64, f64)) {
    if size.numbered || one.signs.is_empty() {
        return;
    }
    let mut x = middle - signs_width(one, size) / 2.0;
    for of in one.signs.iter().take(MOST_SIGNS) {
        sign(canvas, (x, y), size.sign, people.kinds[of.kind].glyph, of.state);
        x += size.sign + 2.0;
    }
    if let more @ 1.. = one.signs.len().saturating_sub(MOST_SIGNS) {
        canvas.text(x, y + size.sign * 0.85, Style::bold(size.sign * 0.9), &format!("+{more}"));
    }
}

/// A tie between two places, bent a little towards the middle; `strength` from 0 to 4, 2 if unanswered.
pub(crate) fn tie(canvas: &mut Canvas, [from, to]: [(f64, f64); 2], centre: (f64, f64), strength: i16) {
    let bend = |a: f64, b: f64, c: f64| f64::midpoint(a, b) * 0.82 + c * 0.18;
    let control = (bend(from.0, to.0, centre.0), bend(from.1, to.1, centre.1));
    canvas.put(format_args!(
        r#"<path d="M{} {}Q{} {} {} {}" stroke-width="{}"/>"#,
        N(from.0),
        N(from.1),
        N(control.0),
        N(control.1),
        N(to.0),
        N(to.1),
        N(0.7 + 0.35 * f64::from(strength))
    ));
}
