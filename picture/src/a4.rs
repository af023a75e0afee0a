//! The sheet for paper: the board, whom to ask for what, and the agreements; on as many pages as it takes.

use crate::Scene;
use crate::board::{self, HEIGHT, WIDTH};
use crate::canvas::{Anchor, Canvas, N, Style};
use crate::describe::edition;
use crate::flow::{Extent, Row, Section, flow};
use crate::fonts::Weight;
use crate::heading::heading;
use crate::page::{Block, Role};
use crate::palette;
use crate::people::People;
use crate::text::{Escaped, fitted, isolated, line, wrapped};
use crate::words::day;
use domain::agreements::Agreement;

/// 210 by 297 mm at four units to the millimetre.
pub(crate) const SIZE: (f64, f64) = (840.0, 1188.0);
const MARGIN: f64 = 30.0;
const BOTTOM: f64 = SIZE.1 - 48.0;
/// The top of every page but the first.
const TOP: f64 = 62.0;
/// Where the columns of the agreements begin, and how wide they are.
const COLUMNS: [(f64, f64); 4] = [(0.0, 390.0), (406.0, 150.0), (572.0, 90.0), (676.0, 104.0)];
const SIZE_OF_TEXT: f64 = 11.5;
const LINE: f64 = 15.0;
/// The most lines of one agreement; the rest stands in its title.
const LINES: usize = 6;

/// Every page.
pub(crate) fn pages(scene: &Scene<'_>, people: &People<'_>) -> Vec<Vec<Block>> {
    let (mut first, top) = heading(scene, people, MARGIN, WIDTH);
    let board = board::draw(people, &scene.whole.ties, MARGIN, top);
    first.push(Block::new(Role::Figure, board.svg));
    let below = top + HEIGHT + 34.0;
    let mut canvas = Canvas::default();
    canvas.text(MARGIN, below, Style::bold(17.0), people.words.call);
    let call = Block::new(Role::Heading(people.words.call.to_owned()), canvas.finish());
    let mut pages = vec![first];
    let extent = Extent { first: below + 16.0, top: TOP, bottom: BOTTOM };
    // Names without room on the board come first: the board is read with them.
    let mut sections = board.rest;
    sections.extend(lists(people));
    let lists = flow(&sections, MARGIN, extent, people.words.continued);
    pages[0].push(call);
    for (number, blocks) in lists.pages.into_iter().enumerate() {
        if number == pages.len() {
            pages.push(Vec::new());
        }
        pages[number].extend(blocks);
    }
    agreements(scene, people, &mut pages, lists.end + 36.0);
    furnish(scene, people, &mut pages);
    pages
}

fn lists(people: &People<'_>) -> Vec<Section> {
    let section = |(kind, of): (usize, &crate::people::Kind)| {
        let mut rows: Vec<_> = people.to_ask(kind).into_iter().map(|at| Row::call(people, at)).collect();
        if rows.is_empty() {
            rows.push(Row::none(people.words.nobody));
        }
        Section { heading: of.label.clone(), glyph: Some(of.glyph), rows }
    };
    people.kinds.iter().enumerate().map(section).collect()
}

/// The agreements after the lists, from `y` on the last page.
fn agreements(scene: &Scene<'_>, people: &People<'_>, pages: &mut Vec<Vec<Block>>, mut y: f64) {
    let words = people.words;
    let mut again = false;
    let rows = &scene.whole.agreements;
    let mut rows = rows.iter().map(|agreement| row(people, agreement)).peekable();
    let mut started = false;
    loop {
        let needed = rows.peek().map_or(LINE, Drawn::height);
        if !started || y + needed > BOTTOM {
            if y + 44.0 + needed > BOTTOM || started {
                pages.push(Vec::new());
                y = TOP + 16.0;
            }
            let Some(page) = pages.last_mut() else { return };
            page.push(table_heading(people, y, again, rows.peek().is_some()));
            y += if rows.peek().is_some() { 36.0 } else { 22.0 };
            (started, again) = (true, true);
        }
        let Some(page) = pages.last_mut() else { return };
        let Some(row) = rows.next() else { break };
        y = row.place(page, y);
        if rows.peek().is_none() {
            return;
        }
    }
    let mut canvas = Canvas::default();
    canvas.text(MARGIN, y, Style::regular(SIZE_OF_TEXT).colour(palette::MUTED), words.no_agreements);
    if let Some(page) = pages.last_mut() {
        page.push(Block::new(Role::Text, canvas.finish()));
    }
}

fn table_heading(people: &People<'_>, y: f64, again: bool, columns: bool) -> Block {
    let words = people.words;
    let mut canvas = Canvas::default();
    let text = if again { format!("{} ({})", words.agreements, words.continued) } else { words.agreements.to_owned() };
    canvas.text(MARGIN, y, Style::bold(17.0), &text);
    if columns {
        for (word, (x, _)) in [words.what, words.who, words.status, words.due].into_iter().zip(COLUMNS) {
            canvas.text(MARGIN + x, y + 18.0, Style::bold(9.5).colour(palette::MUTED), word);
        }
    }
    Block::new(Role::Heading(text), canvas.finish())
}

/// An agreement, in lines, at y = 0.
struct Drawn {
    cells: [Vec<String>; 4],
    title: String,
}

fn row(people: &People<'_>, agreement: &Agreement) -> Drawn {
    let who = agreement.supporter_id.and_then(|id| people.at(id)).map(|at| people.all[at].name.clone());
    let due = agreement.due_on.map(|due| day(due, people.language)).unwrap_or_default();
    let status = agreement.status.label().text(people.language).to_owned();
    let what = line(agreement.text.as_str());
    let who = who.unwrap_or_default();
    let title = [isolated(&what), isolated(&who), status.clone(), due.clone()].join("; ");
    let cell =
        |text: &str, column: usize, most: usize| wrapped(text, COLUMNS[column].1, SIZE_OF_TEXT, Weight::Regular, most);
    Drawn { cells: [cell(&what, 0, LINES), cell(&who, 1, 2), cell(&status, 2, 1), cell(&due, 3, 1)], title }
}

impl Drawn {
    fn height(&self) -> f64 {
        self.cells.iter().map(Vec::len).max().unwrap_or(1) as f64 * LINE + 8.0
    }

    fn place(&self, page: &mut Vec<Block>, y: f64) -> f64 {
        let mut canvas = Canvas::default();
        canvas.put(format_args!("<g><title>{}</title>", Escaped(&self.title)));
        for (lines, (x, _)) in self.cells.iter().zip(COLUMNS) {
            for (number, text) in lines.iter().enumerate() {
                let base = y + LINE * number as f64;
                canvas.text(MARGIN + x, base, Style::regular(SIZE_OF_TEXT), text);
            }
        }
        canvas.put(format_args!("</g>"));
        let end = y + self.height();
        let under = end - LINE + 2.0;
        canvas.put(format_args!(
            r#"<path d="M{} {}H{}" stroke="{}"/>"#,
            N(MARGIN),
            N(under),
            N(MARGIN + WIDTH),
            palette::RULE
        ));
        page.push(Block::new(Role::Item, canvas.finish()));
        end
    }
}

/// What every page has: its number, and after the first what it belongs to.
fn furnish(scene: &Scene<'_>, people: &People<'_>, pages: &mut [Vec<Block>]) {
    let count = pages.len();
    let theme = line(scene.whole.map.theme.as_str());
    for (number, page) in pages.iter_mut().enumerate() {
        let mut canvas = Canvas::default();
        let style = Style::regular(10.0).colour(palette::MUTED);
        if number > 0 {
            let title = fitted(&theme, WIDTH - 20.0, 13.0, Weight::Bold);
            canvas.text(MARGIN, 36.0, Style::bold(13.0).colour(palette::CLIENT), &title);
        }
        canvas.text(MARGIN, SIZE.1 - 22.0, style, &edition(scene, people));
        let of = format!("{} / {count}", number + 1);
        canvas.text(SIZE.0 - MARGIN, SIZE.1 - 22.0, style.anchor(Anchor::End), &of);
        page.push(Block::new(Role::Decoration, canvas.finish()));
    }
}
