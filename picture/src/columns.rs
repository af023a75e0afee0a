//! Lays out lists in balanced columns, over as many pages as needed.

use crate::canvas::{Anchor, Canvas, Style};
use crate::fonts::{Weight, width};
use crate::glyphs::{Glyph, State, sign, zigzag};
use crate::page::{Block, Role};
use crate::palette;
use crate::text::{Escaped, fitted, isolated, wrapped};
use crate::view_model::People;
use domain::SupporterId;

/// The columns of a sheet and the size of their text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Columns {
    pub(crate) count: usize,
    pub(crate) width: f64,
    /// The distance between the left edges of columns.
    pub(crate) apart: f64,
    pub(crate) text: f64,
}

impl Columns {
    /// The height of a heading with its rule.
    fn heading(&self) -> f64 {
        self.text * 2.1
    }

    /// The space after a section.
    fn after(&self) -> f64 {
        self.text * 0.87
    }

    fn sign(&self) -> f64 {
        self.text * 0.96
    }

    fn line(&self) -> f64 {
        self.text * 1.25
    }

    /// The height of a row with this many lines.
    fn row(&self, lines: usize) -> f64 {
        self.text * 0.15 + self.line() * lines as f64
    }
}

/// Maximum number of lines per row.
const LINES: usize = 2;
/// Maximum number of signs per row.
const SIGNS: usize = 8;
/// Maximum part of the column width for a phone number.
const PHONE: f64 = 0.62;

/// A heading with its rows.
#[derive(Clone, Debug)]
pub(crate) struct Section {
    pub(crate) heading: String,
    pub(crate) glyph: Option<Glyph>,
    pub(crate) rows: Vec<Row>,
}

/// A row of a list.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    supporter: Option<SupporterId>,
    name: String,
    /// The full text, for the tooltip and screen readers.
    title: Option<String>,
    right: String,
    signs: Vec<(Glyph, State)>,
    tension: bool,
    quiet: bool,
}

impl Row {
    /// A supporter with their phone number.
    pub(crate) fn call(people: &People<'_>, at: usize) -> Self {
        let mut row = Self::named(people, at, None);
        row.signs.clear();
        row.right = people.all[at].phone().unwrap_or_default();
        row
    }

    /// A supporter with the signs of their support types.
    pub(crate) fn named(people: &People<'_>, at: usize, number: Option<usize>) -> Self {
        let one = &people.all[at];
        Self {
            supporter: Some(one.supporter.id),
            name: number.map_or_else(|| one.name.clone(), |number| format!("{number}. {}", one.name)),
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

    /// A row that says that nobody is listed.
    pub(crate) fn none(text: &str) -> Self {
        let (name, right) = (text.to_owned(), String::new());
        Self { supporter: None, name, title: None, right, signs: Vec::new(), tension: false, quiet: true }
    }

    /// Breaks the row into lines for its column.
    fn set(&self, columns: &Columns) -> SetRow<'_> {
        let text = columns.text;
        let right = fitted(&self.right, columns.width * PHONE, text, Weight::Bold);
        let mut room = columns.width;
        if !right.is_empty() {
            room -= width(&right, text, Weight::Bold) + text * 0.6;
        }
        let signs = self.signs.len().min(SIGNS) as f64 * (columns.sign() + 2.0);
        room -= signs + if self.tension { text * 2.0 } else { 0.0 };
        SetRow { row: self, lines: wrapped(&self.name, room.max(text * 4.0), text, Weight::Regular, LINES), right }
    }
}

/// A row broken into lines.
#[derive(Debug)]
struct SetRow<'a> {
    row: &'a Row,
    lines: Vec<String>,
    right: String,
}

impl SetRow<'_> {
    fn draw(&self, columns: &Columns, x: f64, y: f64) -> String {
        let (row, text, sign_size) = (self.row, columns.text, columns.sign());
        let mut canvas = Canvas::default();
        let base = y + text;
        match row.supporter {
            Some(SupporterId(id)) => canvas.put(format_args!(r#"<g data-supporter-id="{id}">"#)),
            None => canvas.put(format_args!("<g>")),
        }
        if let Some(title) = &row.title {
            canvas.put(format_args!("<title>{}</title>", Escaped(title)));
        }
        let end = x + columns.width;
        let shown = row.signs.len().min(SIGNS);
        for (place, (glyph, state)) in row.signs.iter().take(shown).enumerate() {
            let left = end - (shown - place) as f64 * (sign_size + 2.0);
            sign(&mut canvas, (left, y + text * 0.13), sign_size, *glyph, *state);
        }
        let colour = if row.quiet { palette::MUTED } else { palette::INK };
        for (number, line) in self.lines.iter().enumerate() {
            canvas.text(x, base + columns.line() * number as f64, Style::regular(text).colour(colour), line);
        }
        if !self.right.is_empty() {
            canvas.text(end, base, Style::bold(text).anchor(Anchor::End), &self.right);
        }
        if let (true, Some(first)) = (row.tension, self.lines.first()) {
            let left = x + width(first, text, Weight::Regular) + text * 0.5;
            zigzag(&mut canvas, (left, base - text * 0.35), text * 1.3, text * 0.43, 1.6);
        }
        canvas.put(format_args!("</g>"));
        canvas.finish()
    }
}

impl Section {
    fn set(&self, columns: &Columns) -> Set<'_> {
        Set { section: self, rows: self.rows.iter().map(|row| row.set(columns)).collect() }
    }
}

/// A section broken into lines.
struct Set<'a> {
    section: &'a Section,
    rows: Vec<SetRow<'a>>,
}

impl Set<'_> {
    fn row(&self, columns: &Columns, row: usize) -> f64 {
        columns.row(self.rows[row].lines.len())
    }

    /// The height of this many rows from this one on.
    fn rows(&self, columns: &Columns, from: usize, count: usize) -> f64 {
        (from..self.rows.len()).take(count).map(|row| self.row(columns, row)).sum()
    }
}

/// The laid out lists, page by page.
#[derive(Debug)]
pub(crate) struct Flow {
    pub(crate) pages: Vec<Vec<Block>>,
    /// The bottom of the lists on the last page.
    pub(crate) end: f64,
}

/// The position at which a list continues.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Cursor {
    section: usize,
    row: usize,
}

/// A heading (of a section or its continuation) or a row, with its offset in the column.
#[derive(Clone, Copy, Debug)]
enum Line {
    Heading(usize, bool),
    Row(usize, usize),
}

/// The vertical extent of the pages.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Extent {
    /// The top on the first page.
    pub(crate) first: f64,
    /// The top on every other page.
    pub(crate) top: f64,
    pub(crate) bottom: f64,
}

/// Lays out the sections in columns from `x`; `continued` marks the heading of a split section.
pub(crate) fn flow(sections: &[Section], columns: &Columns, x: f64, extent: Extent, continued: &str) -> Flow {
    let mut sections: Vec<_> = sections.iter().map(|section| section.set(columns)).collect();
    sections.retain(|set| !set.rows.is_empty());
    let mut flow = Flow { pages: Vec::new(), end: extent.first };
    let mut cursor = Cursor { section: 0, row: 0 };
    let high = |set: &Set<'_>| columns.heading() + columns.after() + set.rows(columns, 0, set.rows.len());
    let everything: f64 = sections.iter().map(high).sum::<f64>() + columns.heading();
    let mut top = extent.first;
    while cursor.section < sections.len() {
        let room = (extent.bottom - top).min(everything);
        let (height, together) = least(&sections, columns, cursor, room);
        let (filled, next) = page(&sections, columns, cursor, height, together);
        let mut blocks = Vec::new();
        flow.end = top;
        for (column, lines) in filled.iter().enumerate() {
            let left = x + column as f64 * columns.apart;
            for (y, line) in lines {
                blocks.push(draw(&sections, columns, *line, left, top + y, continued));
                let high = match line {
                    Line::Row(section, row) => sections[*section].row(columns, *row),
                    Line::Heading(..) => columns.heading(),
                };
                flow.end = flow.end.max(top + y + high);
            }
        }
        flow.pages.push(blocks);
        cursor = next;
        top = extent.top;
    }
    flow
}

/// How much the height may grow to keep sections unsplit: as a factor, and in lines.
const FOR_ONE_PIECE: (f64, f64) = (1.4, 4.0);

/// The minimum height that holds all remaining rows, and whether no section is split.
///
/// The available height if that does not suffice.
fn least(sections: &[Set<'_>], columns: &Columns, cursor: Cursor, room: f64) -> (f64, bool) {
    let holds = |height, together| page(sections, columns, cursor, height, together).1.section == sections.len();
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
    let (part, lines) = FOR_ONE_PIECE;
    let higher = (split * part).max(split + lines * columns.line()).min(room);
    if holds(higher, true) { (least(higher, true), true) } else { (split, false) }
}

type Placed = Vec<(f64, Line)>;

/// Fills the columns of a page from the cursor on, and returns the cursor for the next page.
fn page(
    sections: &[Set<'_>],
    columns: &Columns,
    mut cursor: Cursor,
    height: f64,
    together: bool,
) -> (Vec<Placed>, Cursor) {
    let fill = |_| {
        let mut lines = Vec::new();
        let mut y = 0.0;
        while let Some(set) = sections.get(cursor.section) {
            // A heading is never separated from its first row.
            let needed = set.rows(columns, cursor.row, if together { usize::MAX } else { 1 });
            if y + columns.heading() + needed > height {
                break;
            }
            lines.push((y, Line::Heading(cursor.section, cursor.row > 0)));
            y += columns.heading();
            while cursor.row < set.rows.len() && y + set.row(columns, cursor.row) <= height {
                lines.push((y, Line::Row(cursor.section, cursor.row)));
                y += set.row(columns, cursor.row);
                cursor.row += 1;
            }
            if cursor.row < set.rows.len() {
                break;
            }
            cursor = Cursor { section: cursor.section + 1, row: 0 };
            y += columns.after();
        }
        lines
    };
    let filled = (0..columns.count).map(fill).collect();
    (filled, cursor)
}

fn draw(sections: &[Set<'_>], columns: &Columns, line: Line, x: f64, y: f64, continued: &str) -> Block {
    match line {
        Line::Row(section, row) => Block::new(Role::Item, sections[section].rows[row].draw(columns, x, y)),
        Line::Heading(section, again) => {
            let Section { heading, glyph, .. } = sections[section].section;
            let size = columns.text * 1.08;
            let mut canvas = Canvas::default();
            let mut left = x;
            if let Some(glyph) = glyph {
                sign(&mut canvas, (x, y + size * 0.08), size * 1.2, *glyph, State::Available);
                left += size * 1.6;
            }
            let text = if again { format!("{heading} ({continued})") } else { heading.clone() };
            let text = fitted(&text, x + columns.width - left, size, Weight::Bold);
            canvas.text(left, y + size * 1.04, Style::bold(size), &text);
            let under = y + size * 1.5;
            canvas.line((x, under), (x + columns.width, under), &format!(r#"stroke="{}""#, palette::RULE));
            Block::new(Role::Heading(text), canvas.finish())
        }
    }
}
