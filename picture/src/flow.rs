//! Lists in three columns, as evenly as they go, over as many pages as it takes.

use crate::canvas::{Anchor, Canvas, Style};
use crate::fonts::{Weight, width};
use crate::glyphs::{Glyph, State, sign, zigzag};
use crate::page::{Block, Role};
use crate::palette;
use crate::people::People;
use crate::text::{Escaped, fitted, isolated};

/// How far apart the columns begin, and how wide they are.
const APART: f64 = 267.0;
const COLUMN: f64 = 246.0;
const COLUMNS: usize = 3;
const SIZE: f64 = 11.5;
const ROW: f64 = 16.0;
const HEADING: f64 = 24.0;
const AFTER: f64 = 10.0;
const SIGN: f64 = 11.0;

/// A heading with what stands under it.
#[derive(Clone, Debug)]
pub(crate) struct Section {
    pub(crate) heading: String,
    pub(crate) glyph: Option<Glyph>,
    pub(crate) rows: Vec<Row>,
}

/// A line of a list.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    name: String,
    /// All there is to say, for the tooltip and the screen reader.
    title: Option<String>,
    right: String,
    signs: Vec<(Glyph, State)>,
    tension: bool,
    quiet: bool,
}

impl Row {
    /// A supporter with the phone number.
    pub(crate) fn call(people: &People<'_>, at: usize) -> Self {
        let mut row = Self::named(people, at, None);
        row.signs.clear();
        row.right = people.all[at].phone().unwrap_or_default();
        row
    }

    /// A supporter with the signs of the support types.
    pub(crate) fn named(people: &People<'_>, at: usize, number: Option<usize>) -> Self {
        let one = &people.all[at];
        Self {
            name: number.map_or_else(|| one.name.clone(), |number| format!("{number}  {}", one.name)),
            title: Some(people.title(at)),
            right: String::new(),
            signs: one.signs.iter().map(|sign| (people.kinds[sign.kind].glyph, sign.state)).collect(),
            tension: one.tension().is_some(),
            quiet: false,
        }
    }

    /// Two supporters who know each other.
    pub(crate) fn pair(people: &People<'_>, pair: [usize; 2]) -> Self {
        let [one, other] = pair.map(|at| people.all[at].name.as_str());
        let title = format!("{} {} {}", isolated(one), people.words.and, isolated(other));
        Self { title: Some(title), quiet: false, ..Self::none(&format!("{one} – {other}")) }
    }

    /// Nobody there.
    pub(crate) fn none(text: &str) -> Self {
        let (name, right) = (text.to_owned(), String::new());
        Self { name, title: None, right, signs: Vec::new(), tension: false, quiet: true }
    }

    fn draw(&self, x: f64, y: f64) -> String {
        let mut canvas = Canvas::default();
        let base = y + SIZE;
        let mut room = COLUMN;
        canvas.put(format_args!("<g>"));
        if let Some(title) = &self.title {
            canvas.put(format_args!("<title>{}</title>", Escaped(title)));
        }
        if !self.right.is_empty() {
            let right = fitted(&self.right, 126.0, SIZE, Weight::Bold);
            room -= width(&right, SIZE, Weight::Bold) + 8.0;
            canvas.text(x + COLUMN, base, Style::bold(SIZE).anchor(Anchor::End), &right);
        }
        let shown = self.signs.len().min(8);
        for (place, (glyph, state)) in self.signs.iter().take(shown).enumerate() {
            let left = x + COLUMN - (shown - place) as f64 * (SIGN + 2.0);
            sign(&mut canvas, (left, y + 1.5), SIGN, *glyph, *state);
        }
        room -= shown as f64 * (SIGN + 2.0) + if self.tension { 24.0 } else { 4.0 };
        let name = fitted(&self.name, room, SIZE, Weight::Regular);
        let colour = if self.quiet { palette::MUTED } else { palette::INK };
        canvas.text(x, base, Style::regular(SIZE).colour(colour), &name);
        if self.tension {
            zigzag(&mut canvas, (x + width(&name, SIZE, Weight::Regular) + 6.0, base - 4.0), 15.0, 5.0, 1.6);
        }
        canvas.put(format_args!("</g>"));
        canvas.finish()
    }
}

/// The lists, page by page.
#[derive(Debug)]
pub(crate) struct Flow {
    pub(crate) pages: Vec<Vec<Block>>,
    /// Where they end on the last page.
    pub(crate) end: f64,
}

/// Where a list goes on.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Cursor {
    section: usize,
    row: usize,
}

/// A heading (of a section, or its continuation) or a row, with its place below the top of the column.
#[derive(Clone, Copy, Debug)]
enum Line {
    Heading(usize, bool),
    Row(usize, usize),
}

/// From where to where a page goes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Extent {
    /// The top on the first page.
    pub(crate) first: f64,
    /// The top on every other page.
    pub(crate) top: f64,
    pub(crate) bottom: f64,
}

/// Puts the sections in columns from `x`; `continued` marks a heading of what began before.
pub(crate) fn flow(sections: &[Section], x: f64, extent: Extent, continued: &str) -> Flow {
    let mut flow = Flow { pages: Vec::new(), end: extent.first };
    let mut cursor = Cursor { section: 0, row: 0 };
    let everything: f64 =
        sections.iter().map(|section| HEADING + AFTER + ROW * section.rows.len() as f64).sum::<f64>() + HEADING;
    let mut top = extent.first;
    while cursor.section < sections.len() {
        let room = (extent.bottom - top).min(everything);
        let (height, together) = least(sections, cursor, room);
        let (columns, next) = page(sections, cursor, height, together);
        let mut blocks = Vec::new();
        flow.end = top;
        for (column, lines) in columns.iter().enumerate() {
            let left = x + column as f64 * APART;
            for (y, line) in lines {
                blocks.push(draw(sections, *line, left, top + y, continued));
                flow.end = flow.end.max(top + y + ROW);
            }
        }
        flow.pages.push(blocks);
        cursor = next;
        top = extent.top;
    }
    flow
}

/// How much higher columns may be for the sake of sections in one piece.
const FOR_ONE_PIECE: f64 = 1.4;

/// The least height with which the page holds all that is left, or else all the room there is; and whether every section
/// is then in one piece.
fn least(sections: &[Section], cursor: Cursor, room: f64) -> (f64, bool) {
    let holds = |height, together| page(sections, cursor, height, together).1.section == sections.len();
    if !holds(room, false) {
        return (room, false);
    }
    let least = |room, together| {
        let (mut short, mut long) = (0.0, room);
        for _ in 0..12 {
            let height = f64::midpoint(short, long);
            if holds(height, together) { long = height } else { short = height }
        }
        long
    };
    let split = least(room, false);
    let higher = (split * FOR_ONE_PIECE).min(room);
    if holds(higher, true) { (least(higher, true), true) } else { (split, false) }
}

type Placed = Vec<(f64, Line)>;

/// Fills the columns from the cursor on; answers with where the next page goes on.
fn page(sections: &[Section], mut cursor: Cursor, height: f64, together: bool) -> ([Placed; COLUMNS], Cursor) {
    let columns = [0; COLUMNS].map(|_| {
        let mut lines = Vec::new();
        let mut y = 0.0;
        while let Some(section) = sections.get(cursor.section) {
            // A heading never stands alone.
            let rows = if together { section.rows.len() } else { 1 };
            if y + HEADING + ROW * rows as f64 > height {
                break;
            }
            lines.push((y, Line::Heading(cursor.section, cursor.row > 0)));
            y += HEADING;
            while cursor.row < section.rows.len() && y + ROW <= height {
                lines.push((y, Line::Row(cursor.section, cursor.row)));
                cursor.row += 1;
                y += ROW;
            }
            if cursor.row < section.rows.len() {
                break;
            }
            cursor = Cursor { section: cursor.section + 1, row: 0 };
            y += AFTER;
        }
        lines
    });
    (columns, cursor)
}

fn draw(sections: &[Section], line: Line, x: f64, y: f64, continued: &str) -> Block {
    match line {
        Line::Row(section, row) => Block::new(Role::Item, sections[section].rows[row].draw(x, y)),
        Line::Heading(section, again) => {
            let Section { heading, glyph, .. } = &sections[section];
            let mut canvas = Canvas::default();
            let mut left = x;
            if let Some(glyph) = glyph {
                sign(&mut canvas, (x, y + 1.0), 15.0, *glyph, State::Available);
                left += 20.0;
            }
            let text = if again { format!("{heading} ({continued})") } else { heading.clone() };
            let text = fitted(&text, x + COLUMN - left, 12.5, Weight::Bold);
            canvas.text(left, y + 13.0, Style::bold(12.5), &text);
            canvas.line((x, y + 19.0), (x + COLUMN, y + 19.0), &format!(r#"stroke="{}""#, palette::RULE));
            Block::new(Role::Heading(text), canvas.finish())
        }
    }
}
