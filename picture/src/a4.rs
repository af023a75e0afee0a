//! The A4 sheet: rings, whom to ask for what, and agreements, on as many pages as needed.

use crate::Scene;
use crate::canvas::{Anchor, Canvas, N, Style};
use crate::captions::day;
use crate::columns::{Extent, Row, Section, flow};
use crate::describe::{edition, theme};
use crate::fonts::Weight;
use crate::heading::heading;
use crate::page::{Block, Role};
use crate::palette;
use crate::rings;
use crate::sheet_style::{A4, A4_LARGE, LEGIBLE};
use crate::text::{Escaped, fitted, isolated, line, wrapped};
use crate::view_model::People;
use domain::agreements::Agreement;

/// 210 by 297 mm, at four units per millimetre.
pub(crate) const SIZE: (f64, f64) = (840.0, 1188.0);
const MARGIN: f64 = 30.0;
const BOTTOM: f64 = SIZE.1 - 48.0;
/// The top of every page except the first.
const TOP: f64 = 66.0;
/// The width of the text.
const WIDTH: f64 = A4.width;
/// The x offset and width of the columns of the agreements.
const COLUMNS: [(f64, f64); 4] = [(0.0, 352.0), (366.0, 156.0), (536.0, 96.0), (640.0, 140.0)];
const LINE: f64 = LEGIBLE * 1.3;
/// Maximum number of lines per agreement; the title has the full text.
const LINES: usize = 6;
/// The font size of the headings of lists and agreements.
const HEADING: f64 = 19.0;

/// All pages of the sheet.
pub(crate) fn pages(scene: &Scene<'_>, people: &People<'_>) -> Vec<Vec<Block>> {
    let (mut first, top) = heading(scene, people, MARGIN, &A4);
    let (ties, at) = (&scene.whole.ties, (MARGIN, top));
    let lists = lists(people);
    // If the lists need their own page, the rings may fill this one.
    let fit = fits(&lists, top + rings::height(&A4) + 52.0, people);
    let small = if fit { rings::try_draw(people, ties, &A4, at) } else { None };
    let small = small.filter(|board| board.rest.is_empty() && fits(&lists, board.end + 52.0, people));
    let board = small.unwrap_or_else(|| rings::draw(people, ties, &A4_LARGE, at));
    first.push(board.figure);
    let mut pages = vec![first];
    // Names that do not fit on the board come first, since they are read together with it.
    let mut y = add(&mut pages, &board.rest, board.end + 16.0, 0.0, people);
    let mut canvas = Canvas::default();
    if people.all.is_empty() && scene.whole.agreements.is_empty() {
        // Notes on the board are not repeated.
        furnish(scene, people, &mut pages);
        return pages;
    }
    if !fits(&lists, y + 36.0, people) || y + 150.0 > BOTTOM {
        pages.push(Vec::new());
        y = TOP - 10.0;
    }
    canvas.text(MARGIN, y + HEADING, Style::bold(HEADING), people.words.call);
    if let Some(page) = pages.last_mut() {
        page.push(Block::new(Role::Heading(people.words.call.to_owned()), canvas.finish()));
    }
    y = add(&mut pages, &lists, y + 36.0, 36.0, people);
    y = add(&mut pages, board.ties.as_slice(), y, 0.0, people);
    agreements(scene, people, &mut pages, y + HEADING);
    furnish(scene, people, &mut pages);
    pages
}

/// Whether the lists fit on the page from `y` on, or are too long for any page.
fn fits(sections: &[Section], y: f64, people: &People<'_>) -> bool {
    let pages = |first| {
        let extent = Extent { first, top: TOP, bottom: BOTTOM };
        flow(sections, &A4.columns, MARGIN, extent, people.words.continued).pages.len()
    };
    y < BOTTOM - 60.0 && pages(y) <= pages(TOP)
}

/// Adds lists from `y` on the last page, or on a new one, and returns where to continue.
fn add(pages: &mut Vec<Vec<Block>>, sections: &[Section], y: f64, below: f64, people: &People<'_>) -> f64 {
    if sections.is_empty() {
        return y;
    }
    // Lists that fit on one page are not split over two.
    let y = if below > 0.0 || fits(sections, y, people) {
        y
    } else {
        pages.push(Vec::new());
        TOP
    };
    let extent = Extent { first: y, top: TOP, bottom: BOTTOM };
    let lists = flow(sections, &A4.columns, MARGIN, extent, people.words.continued);
    for (number, blocks) in lists.pages.into_iter().enumerate() {
        match pages.last_mut() {
            Some(page) if number == 0 => page.extend(blocks),
            _ => pages.push(blocks),
        }
    }
    lists.end + 18.0
}

fn lists(people: &People<'_>) -> Vec<Section> {
    let section = |(kind, of): (usize, &crate::view_model::Kind)| {
        let mut rows: Vec<_> = people.to_ask(kind).into_iter().map(|at| Row::call(people, at)).collect();
        if rows.is_empty() {
            rows.push(Row::none(people.words.nobody));
        }
        Section { heading: of.label.clone(), glyph: Some(of.glyph), rows }
    };
    people.kinds.iter().enumerate().map(section).collect()
}

/// Adds the agreements after the lists, from `y` on the last page.
fn agreements(scene: &Scene<'_>, people: &People<'_>, pages: &mut Vec<Vec<Block>>, mut y: f64) {
    let words = people.words;
    let mut again = false;
    let rows = &scene.whole.agreements;
    let mut rows = rows.iter().map(|agreement| row(people, agreement)).peekable();
    let mut started = false;
    loop {
        let needed = rows.peek().map_or(LINE, Drawn::height);
        if !started || y + needed > BOTTOM {
            if y + 60.0 + needed > BOTTOM || started {
                pages.push(Vec::new());
                y = TOP + 16.0;
            }
            let Some(page) = pages.last_mut() else { return };
            page.push(table_heading(people, y, again, rows.peek().is_some()));
            y += if rows.peek().is_some() { 48.0 } else { 26.0 };
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
    canvas.text(MARGIN, y, Style::regular(LEGIBLE).colour(palette::MUTED), words.no_agreements);
    if let Some(page) = pages.last_mut() {
        page.push(Block::new(Role::Text, canvas.finish()));
    }
}

fn table_heading(people: &People<'_>, y: f64, again: bool, columns: bool) -> Block {
    let words = people.words;
    let mut canvas = Canvas::default();
    let text = if again { format!("{} ({})", words.agreements, words.continued) } else { words.agreements.to_owned() };
    canvas.text(MARGIN, y, Style::bold(HEADING), &text);
    if columns {
        for (word, (x, _)) in [words.what, words.who, words.status, words.due].into_iter().zip(COLUMNS) {
            canvas.text(MARGIN + x, y + 24.0, Style::bold(LEGIBLE).colour(palette::MUTED), word);
        }
    }
    Block::new(Role::Heading(text), canvas.finish())
}

/// An agreement broken into lines, at y = 0.
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
        |text: &str, column: usize, most: usize| wrapped(text, COLUMNS[column].1, LEGIBLE, Weight::Regular, most);
    Drawn { cells: [cell(&what, 0, LINES), cell(&who, 1, 2), cell(&status, 2, 1), cell(&due, 3, 1)], title }
}

impl Drawn {
    fn height(&self) -> f64 {
        self.cells.iter().map(Vec::len).max().unwrap_or(1) as f64 * LINE + 9.0
    }

    fn place(&self, page: &mut Vec<Block>, y: f64) -> f64 {
        let mut canvas = Canvas::default();
        canvas.put(format_args!("<g><title>{}</title>", Escaped(&self.title)));
        for (lines, (x, _)) in self.cells.iter().zip(COLUMNS) {
            for (number, text) in lines.iter().enumerate() {
                let base = y + LINE * number as f64;
                canvas.text(MARGIN + x, base, Style::regular(LEGIBLE), text);
            }
        }
        canvas.put(format_args!("</g>"));
        let end = y + self.height();
        let under = end - LINE + 1.0;
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

/// Adds the page numbers, and on later pages the title.
fn furnish(scene: &Scene<'_>, people: &People<'_>, pages: &mut [Vec<Block>]) {
    let count = pages.len();
    let theme = theme(scene);
    for (number, page) in pages.iter_mut().enumerate() {
        let mut canvas = Canvas::default();
        let style = Style::regular(LEGIBLE).colour(palette::MUTED);
        if number > 0 {
            let title = fitted(&theme, WIDTH - 20.0, LEGIBLE, Weight::Bold);
            canvas.text(MARGIN, 40.0, Style::bold(LEGIBLE).colour(palette::CLIENT), &title);
        }
        canvas.text(MARGIN, SIZE.1 - 22.0, style, &edition(scene, people));
        let of = format!("{} / {count}", number + 1);
        canvas.text(SIZE.0 - MARGIN, SIZE.1 - 22.0, style.anchor(Anchor::End), &of);
        page.push(Block::new(Role::Decoration, canvas.finish()));
    }
}
