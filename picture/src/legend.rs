//! The legend of the signs on the board, without those that do not occur.

use crate::canvas::{Canvas, Style};
use crate::fonts::{Weight, width};
use crate::glyphs::{Glyph, State, sign, sign_in, zigzag};
use crate::palette;
use crate::text::wrapped;
use crate::view_model::People;
use domain::vocabulary::BuiltInSupport;

/// The subject of an entry.
#[derive(Clone, Copy, Debug)]
enum Sign {
    Type(Glyph),
    State(State),
    Tension,
    Tie,
}

/// A sign with its meaning, broken into lines.
#[derive(Debug)]
struct Entry {
    sign: Sign,
    lines: Vec<String>,
}

/// A measured legend.
#[derive(Debug)]
pub(crate) struct Legend {
    entries: Vec<Entry>,
    text: f64,
    columns: usize,
    column: f64,
    /// The height of the legend.
    pub(crate) height: f64,
}

impl Legend {
    /// Measures the legend for this width and font size.
    pub(crate) fn of(people: &People<'_>, ties: bool, room: f64, text: f64) -> Self {
        let found = found(people, ties);
        let widest = found.iter().map(|(_, label)| width(label, text, Weight::Regular)).fold(0.0, f64::max);
        let columns = ((room / (widest + text * 3.2)).floor() as usize).clamp(1, 4);
        let column = room / columns as f64;
        let entry = |(sign, label): (Sign, String)| {
            let lines = wrapped(&label, column - text * 1.7, text, Weight::Regular, 2);
            Entry { sign, lines }
        };
        let mut legend = Self { entries: found.into_iter().map(entry).collect(), text, columns, column, height: 0.0 };
        let columns = (0..legend.columns).map(|column| legend.column(column).map(|entry| legend.high(entry)).sum());
        let highest: f64 = columns.fold(0.0, f64::max);
        legend.height = if legend.entries.is_empty() { 0.0 } else { text * 1.8 + highest };
        legend
    }

    /// Draws the legend by its upper left corner.
    pub(crate) fn draw(&self, canvas: &mut Canvas, people: &People<'_>, x: f64, top: f64) {
        if self.entries.is_empty() {
            return;
        }
        let text = self.text;
        canvas.text(x, top + text * 1.1, Style::bold(text * 1.09), people.words.legend);
        for column in 0..self.columns {
            let (x, mut y) = (x + self.column * column as f64, top + text * 1.8);
            for entry in self.column(column) {
                draw_sign(canvas, entry.sign, x, y, text * 1.18);
                for (number, line) in entry.lines.iter().enumerate() {
                    let base = y + text * (0.96 + 1.25 * number as f64);
                    canvas.text(x + text * 1.7, base, Style::regular(text), line);
                }
                y += self.high(entry);
            }
        }
    }

    /// The entries of one column, from the top.
    fn column(&self, column: usize) -> impl Iterator<Item = &Entry> {
        let high = self.entries.len().div_ceil(self.columns).max(1);
        self.entries.iter().skip(column * high).take(high)
    }

    fn high(&self, entry: &Entry) -> f64 {
        self.text * (0.3 + 1.25 * entry.lines.len() as f64)
    }
}

fn found(people: &People<'_>, ties: bool) -> Vec<(Sign, String)> {
    let words = people.words;
    let signs = || people.all.iter().flat_map(|one| &one.signs);
    let kinds = people.kinds.iter().enumerate().filter(|(at, _)| signs().any(|sign| sign.kind == *at));
    let mut found: Vec<_> = kinds.map(|(_, kind)| (Sign::Type(kind.glyph), kind.label.clone())).collect();
    let states = [
        (State::Available, words.available),
        (State::Unavailable, words.unavailable),
        (State::Unanswered, words.unanswered),
    ];
    let states = states.into_iter().filter(|(state, _)| signs().any(|sign| sign.state == *state));
    found.extend(states.map(|(state, text)| (Sign::State(state), text.to_owned())));
    if people.all.iter().any(|one| one.tension().is_some()) {
        found.push((Sign::Tension, words.tension.to_owned()));
    }
    if ties {
        found.push((Sign::Tie, words.tie.to_owned()));
    }
    found
}

fn draw_sign(canvas: &mut Canvas, what: Sign, x: f64, y: f64, size: f64) {
    let any = Glyph::Shape(BuiltInSupport::Emotional);
    match what {
        Sign::Type(glyph) => sign(canvas, (x, y), size, glyph, State::Available),
        Sign::State(state) => sign_in(canvas, (x, y), size, any, state, palette::MUTED),
        Sign::Tension => zigzag(canvas, (x - 1.0, y + size * 0.5), size * 1.15, size * 0.38, size * 0.13),
        Sign::Tie => {
            let look = format!(r#"stroke="{}" stroke-width="1.4""#, palette::TIE);
            canvas.line((x - 1.0, y + size * 0.5), (x + size * 1.08, y + size * 0.5), &look);
        }
    }
}
