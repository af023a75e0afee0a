//! Wraps the parts of a document into lines, and places the lines on pages.

use super::shape::Typeface;
use super::{Column, Document, Level, Part};
use crate::fonts::{Weight, drawable_text};
use crate::text::line as one_line;
use unicode_segmentation::UnicodeSegmentation;

/// The width and height of A4, in points.
pub(super) const PAGE: (f64, f64) = (595.28, 841.89);
/// The left and right edge of the text.
pub(super) const EDGES: (f64, f64) = (56.7, 538.58);
/// The first and the last place for text.
pub(super) const TOP: f64 = 56.7;
pub(super) const BOTTOM: f64 = 770.0;
/// The size of text. Many readers are over 70: nothing is smaller (ADR 35).
pub(super) const SIZE: f64 = 11.0;
/// The distance of two lines, in em.
const LEADING: f64 = 1.4;
/// The space between two columns.
const GUTTER: f64 = 12.0;
/// A row of at most this height is not divided over two pages.
const KEPT: f64 = 240.0;
/// The indent of an item of a list.
const INDENT: f64 = 14.0;

/// A document on its pages.
#[derive(Debug)]
pub(super) struct Laid {
    pub(super) pages: Vec<Page>,
    pub(super) nodes: Vec<Node>,
    /// The number of leaves of the structure, to which lines belong.
    pub(super) leaves: usize,
}

#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) lines: Vec<Placed>,
    /// The heights of horizontal rules.
    pub(super) rules: Vec<f64>,
}

/// A line by the left end of its baseline.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) line: Line,
    /// The leaf of the structure; `None` for what is no content: a bullet, a repeated heading.
    pub(super) leaf: Option<usize>,
}

#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) text: String,
    /// What is drawn, if no font has some characters of the text.
    pub(super) drawn: Option<String>,
    pub(super) face: Typeface,
    pub(super) size: f64,
}

/// A node of the structure, for screen readers.
#[derive(Debug)]
pub(super) enum Node {
    /// A heading, with the page and the height to which the outline leads.
    Heading {
        level: u16,
        text: String,
        leaf: usize,
        at: (usize, f64),
    },
    Paragraph(usize),
    List(Vec<usize>),
    Rows(Vec<[usize; 2]>),
    Table {
        head: Vec<usize>,
        rows: Vec<Vec<usize>>,
    },
}

/// A text in a column.
#[derive(Clone)]
struct Cell {
    x: f64,
    lines: Vec<Line>,
    leaf: Option<usize>,
}

struct Flow {
    done: Laid,
    y: f64,
}

/// Lays out a document.
pub(super) fn laid(document: &Document) -> Laid {
    let done = Laid { pages: vec![Page::default()], nodes: Vec::new(), leaves: 0 };
    let mut flow = Flow { done, y: TOP };
    for part in &document.parts {
        let node = match part {
            Part::Heading(level, text) => flow.heading(*level, text),
            Part::Paragraph(text) => flow.paragraph(text),
            Part::List(items) => flow.list(items),
            Part::Rows(rows) => flow.rows(rows),
            Part::Table(columns, rows) => flow.table(columns, rows),
        };
        flow.done.nodes.push(node);
    }
    flow.done
}

impl Flow {
    fn leaf(&mut self) -> usize {
        self.done.leaves += 1;
        self.done.leaves - 1
    }

    /// A cell with a leaf of its own.
    fn cell(&mut self, text: &str, (x, room): (f64, f64), weight: Weight) -> Cell {
        Cell { x, lines: wrapped(text, room, SIZE, weight), leaf: Some(self.leaf()) }
    }

    fn heading(&mut self, level: Level, text: &str) -> Node {
        let (size, space) = match level {
            Level::Title => (20.0, 0.0),
            Level::Section => (15.0, 16.0),
            Level::Subsection => (12.0, 10.0),
        };
        let lines = wrapped(text, EDGES.1 - EDGES.0, size, Weight::Bold);
        let height = lines.len() as f64 * size * LEADING;
        // What follows a heading is on the same page.
        if self.y > TOP && self.y + space + height.min(KEPT) + 3.0 * SIZE * LEADING > BOTTOM {
            self.turn(&[]);
        } else if self.y > TOP {
            self.y += space;
        }
        let at = (self.done.pages.len() - 1, self.y);
        let leaf = self.leaf();
        self.row(vec![Cell { x: EDGES.0, lines, leaf: Some(leaf) }], &[]);
        self.y += 4.0;
        Node::Heading { level: level as u16, text: one_line(text), leaf, at }
    }

    fn paragraph(&mut self, text: &str) -> Node {
        let cell = self.cell(text, (EDGES.0, EDGES.1 - EDGES.0), Weight::Regular);
        let leaf = cell.leaf.unwrap_or_default();
        self.row(vec![cell], &[]);
        self.y += 6.0;
        Node::Paragraph(leaf)
    }

    fn list(&mut self, items: &[String]) -> Node {
        let mut leaves = Vec::with_capacity(items.len());
        for item in items {
            let bullet = Cell { x: EDGES.0, lines: wrapped("•", INDENT, SIZE, Weight::Regular), leaf: None };
            let text = self.cell(item, (EDGES.0 + INDENT, EDGES.1 - EDGES.0 - INDENT), Weight::Regular);
            leaves.extend(text.leaf);
            self.row(vec![bullet, text], &[]);
            self.y += 2.0;
        }
        self.y += 4.0;
        Node::List(leaves)
    }

    fn rows(&mut self, rows: &[(String, String)]) -> Node {
        let columns = columns(&[1, 2]);
        let mut leaves = Vec::with_capacity(rows.len());
        for (label, value) in rows {
            let cells = [self.cell(label, columns[0], Weight::Bold), self.cell(value, columns[1], Weight::Regular)];
            leaves.push([&cells[0], &cells[1]].map(|cell| cell.leaf.unwrap_or_default()));
            self.row(cells.into(), &[]);
            self.y += 2.0;
        }
        self.y += 4.0;
        Node::Rows(leaves)
    }

    fn table(&mut self, heads: &[Column], rows: &[Vec<String>]) -> Node {
        let places = columns(&heads.iter().map(|column| column.share).collect::<Vec<_>>());
        let of = |flow: &mut Self, text: &str, at: usize, weight| flow.cell(text, places[at], weight);
        let head: Vec<_> =
            heads.iter().enumerate().map(|(at, column)| of(self, &column.heading, at, Weight::Bold)).collect();
        let leaves = |cells: &[Cell]| cells.iter().filter_map(|cell| cell.leaf).collect::<Vec<_>>();
        let head_leaves = leaves(&head);
        let height = head.iter().map(|cell| cell.lines.len()).max().unwrap_or_default() as f64 * SIZE * LEADING;
        if self.y + height + 2.0 * SIZE * LEADING > BOTTOM {
            self.turn(&[]);
        }
        let repeated: Vec<_> = head.iter().map(|cell| Cell { leaf: None, ..cell.clone() }).collect();
        self.row(head, &[]);
        self.rule();
        let mut body = Vec::with_capacity(rows.len());
        for row in rows {
            // Every row has a cell in every column.
            let texts = row.iter().map(String::as_str).chain(std::iter::repeat("")).take(heads.len()).enumerate();
            let cells: Vec<_> = texts.map(|(at, text)| of(self, text, at, Weight::Regular)).collect();
            body.push(leaves(&cells));
            self.row(cells, &repeated);
            self.rule();
        }
        self.y += 8.0;
        Node::Table { head: head_leaves, rows: body }
    }

    /// Places cells beside each other. `repeated` begins each further page.
    fn row(&mut self, cells: Vec<Cell>, repeated: &[Cell]) {
        let deepest = cells.iter().map(|cell| cell.lines.len()).max().unwrap_or_default();
        let size = cells.iter().flat_map(|cell| &cell.lines).map(|line| line.size).fold(SIZE, f64::max);
        let height = deepest as f64 * size * LEADING;
        if self.y + height > BOTTOM && height <= KEPT {
            self.turn(repeated);
        }
        let mut cells: Vec<_> = cells.into_iter().map(|cell| (cell.x, cell.leaf, cell.lines.into_iter())).collect();
        for _ in 0..deepest {
            if self.y + size * LEADING > BOTTOM {
                self.turn(repeated);
            }
            let y = self.y + size;
            let next = cells.iter_mut().filter_map(|(x, leaf, lines)| Some((*x, *leaf, lines.next()?)));
            let placed = next.filter(|(.., line)| !line.text.is_empty());
            let placed = placed.map(|(x, leaf, line)| Placed { x, y, line, leaf });
            if let Some(page) = self.done.pages.last_mut() {
                page.lines.extend(placed);
            }
            self.y += size * LEADING;
        }
    }

    fn rule(&mut self) {
        let y = self.y + 2.0;
        if let Some(page) = self.done.pages.last_mut() {
            page.rules.push(y);
        }
        self.y += 4.0;
    }

    /// Begins a page, with headings of a table that goes on.
    fn turn(&mut self, repeated: &[Cell]) {
        self.done.pages.push(Page::default());
        self.y = TOP;
        if !repeated.is_empty() {
            self.row(repeated.to_vec(), &[]);
            self.rule();
        }
    }
}

/// The left edges and widths of columns with these shares.
fn columns(shares: &[u8]) -> Vec<(f64, f64)> {
    let all: f64 = shares.iter().map(|share| f64::from(*share)).sum::<f64>().max(1.0);
    let room = EDGES.1 - EDGES.0 - GUTTER * shares.len().saturating_sub(1) as f64;
    let mut x = EDGES.0;
    let place = |share: &u8| {
        let width = room * f64::from(*share) / all;
        let place = (x, width);
        x += width + GUTTER;
        place
    };
    shares.iter().map(place).collect()
}

/// Breaks a text into lines of this width: at its own line breaks, between words, and within a word that is wider than a line.
fn wrapped(text: &str, room: f64, size: f64, weight: Weight) -> Vec<Line> {
    let paragraphs: Vec<_> = text.lines().map(one_line).collect();
    let face = paragraphs.iter().map(|one| Typeface::of(one, weight)).find(|face| *face == Typeface::Wide);
    let face = face.unwrap_or(Typeface::of("", weight));
    let mut lines = Vec::new();
    for paragraph in &paragraphs {
        let mut filling = Filling { lines: &mut lines, text: String::new(), used: 0.0, room: room / size, size, face };
        paragraph.split(' ').for_each(|word| filling.word(word));
        filling.end();
    }
    // A cell without text would be missing in its row.
    if lines.iter().all(|line| line.text.is_empty()) {
        lines = vec![Line { text: "–".to_owned(), drawn: None, face, size }];
    }
    lines
}

/// Lines that are being filled with words; widths in em.
struct Filling<'a> {
    lines: &'a mut Vec<Line>,
    text: String,
    used: f64,
    room: f64,
    size: f64,
    face: Typeface,
}

impl Filling<'_> {
    fn word(&mut self, word: &str) {
        let width = self.face.width(&drawable_text(word));
        let space = if self.text.is_empty() { "" } else { " " };
        let spaced = self.face.width(space) + width;
        if self.fits(space, word, spaced) {
            self.add(space, word, spaced);
        } else if width <= self.room {
            self.next();
            self.add("", word, width);
        } else {
            self.next();
            word.graphemes(true).for_each(|sign| self.sign(sign));
        }
    }

    /// Adds a sign of a word that is wider than a line.
    fn sign(&mut self, sign: &str) {
        let width = self.face.width(&drawable_text(sign));
        if !self.text.is_empty() && !self.fits("", sign, width) {
            self.end();
        }
        self.add("", sign, width);
    }

    /// Whether a part of this width fits on the line.
    fn fits(&self, space: &str, part: &str, width: f64) -> bool {
        let used = self.used + width;
        // Letters that join have another width than each has alone. That matters near the edge only.
        if self.face == Typeface::Wide && used > 0.8 * self.room {
            return self.face.width(&drawable_text(&format!("{}{space}{part}", self.text))) <= self.room;
        }
        used <= self.room
    }

    fn add(&mut self, space: &str, part: &str, width: f64) {
        self.text.push_str(space);
        self.text.push_str(part);
        self.used += width;
    }

    /// Ends a line between two words: the space stays, so that the words are apart when the text is copied or read aloud.
    fn next(&mut self) {
        if !self.text.is_empty() {
            self.text.push(' ');
            self.end();
        }
    }

    fn end(&mut self) {
        let text = std::mem::take(&mut self.text);
        self.used = 0.0;
        let drawn = Some(drawable_text(&text)).filter(|drawn| *drawn != text);
        self.lines.push(Line { drawn, text, face: self.face, size: self.size });
    }
}
