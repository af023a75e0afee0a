//! The board: the rings with everyone on them, the legend, and at the side who is in no ring yet.

use crate::canvas::{Anchor, Canvas, Rect, Style};
use crate::flow::{Row, Section};
use crate::fonts::{Weight, width};
use crate::glyphs::{Glyph, State, sign, sign_in, zigzag};
use crate::layout::{self, Item, ME, RING_LABEL, Rings};
use crate::marks::{Mark, NUMBERED, SIZES, Size};
use crate::palette;
use crate::people::People;
use crate::text::fitted;
use crate::ties::Field;
use domain::ties::Tie;
use domain::vocabulary::{BuiltInSupport, Closeness};

/// How wide a board is.
pub(crate) const WIDTH: f64 = 780.0;
/// How high.
pub(crate) const HEIGHT: f64 = 584.0;
const CENTRE: (f64, f64) = (292.0, 292.0);
const COLUMN: f64 = 602.0;
const ROW: f64 = 17.0;
const NOTE: f64 = 11.0;
/// The size of the name of a ring.
const RING_NAME: f64 = 9.5;

/// A board, drawn.
#[derive(Debug)]
pub(crate) struct Board {
    pub(crate) svg: String,
    /// Lists of the names and the ties for which the board has no room.
    pub(crate) rest: Vec<Section>,
}

/// Draws the board with its left upper corner at (`x`, `y`).
pub(crate) fn draw(people: &People<'_>, ties: &[Tie], x: f64, y: f64) -> Board {
    let mut canvas = Canvas::default();
    let (cx, cy) = (CENTRE.0 + x, CENTRE.1 + y);
    let (size, placed, places) = arrange(people);
    rings(&mut canvas, (cx, cy), size.rings);
    let mut marks = vec![None; people.all.len()];
    for (mark, place) in placed.iter().zip(&places) {
        marks[mark.at] = Some(Rect { x: cx + place.x, y: cy + place.y, ..*place });
    }
    let below = legend(&mut canvas, people, !ties.is_empty(), x + COLUMN, y);
    let (side, mut rest) = beside(people, x + COLUMN, below + 14.0, y + HEIGHT);
    for (mark, left, top) in &side {
        marks[mark.at] = Some(Rect { x: *left, y: *top, w: mark.w, h: mark.h });
    }
    let others = [Rect { x: x + COLUMN, y, w: WIDTH - COLUMN, h: below + 28.0 - y }];
    let bounds = Rect { x, y, w: WIDTH, h: HEIGHT };
    let field = Field { marks: &marks, others: &others, client: ((cx, cy), ME), bounds };
    let listed = draw_ties(&mut canvas, people, ties, &field);
    ring_labels(&mut canvas, people, (cx, cy), size.rings);
    me(&mut canvas, people, (cx, cy));
    if people.all.is_empty() {
        let style = Style::regular(NOTE).colour(palette::MUTED);
        canvas.text(x + COLUMN, below + 24.0, style, people.words.nobody_on_card);
    } else if !side.is_empty() {
        let ground = Rect { x: x + COLUMN - 2.0, y: below + 12.0, w: WIDTH - COLUMN, h: 16.0 };
        canvas.rect(ground, 0.0, &format!(r#"fill="{}""#, palette::PAPER));
        canvas.text(x + COLUMN, below + 24.0, Style::bold(NOTE + 1.0), people.words.unplaced);
    }
    canvas.put(format_args!(r#"<g role="list">"#));
    let mut reading: Vec<_> = placed.iter().zip(&places).collect();
    reading.sort_by_key(|(mark, _)| (&people.all[mark.at].order, mark.at));
    for (mark, place) in reading {
        mark.draw(&mut canvas, people, cx + place.x, cy + place.y);
    }
    for (mark, left, top) in &side {
        mark.draw(&mut canvas, people, *left, *top);
    }
    canvas.put(format_args!("</g>"));
    if size.numbered {
        rest.insert(0, numbers(people, &placed));
    }
    if !listed.is_empty() {
        rest.push(more_ties(people, listed));
    }
    Board { svg: canvas.finish(), rest }
}

fn rings(canvas: &mut Canvas, (cx, cy): (f64, f64), rings: Rings) {
    for ring in [2, 1, 0] {
        let look = format!(r#"fill="{}" stroke="{}""#, palette::RINGS[ring], palette::RING_LINE);
        canvas.circle((cx, cy), rings[ring], &look);
    }
}

/// The names of the rings, over the ties.
fn ring_labels(canvas: &mut Canvas, people: &People<'_>, (cx, cy): (f64, f64), rings: Rings) {
    for (ring, closeness) in Closeness::ALL.iter().enumerate() {
        let label = closeness.label();
        let text = label.text(people.language);
        let w = width(text, RING_NAME, Weight::Bold) + 4.0;
        let ground = Rect { x: cx - w / 2.0, y: cy - rings[ring] + 7.5, w, h: 9.5 };
        canvas.rect(ground, 4.0, &format!(r#"fill="{}""#, palette::RINGS[ring]));
        let style = Style::bold(RING_NAME).anchor(Anchor::Middle).colour(palette::CLIENT);
        canvas.text(cx, cy - rings[ring] + RING_LABEL, style, text);
    }
}

fn me(canvas: &mut Canvas, people: &People<'_>, (cx, cy): (f64, f64)) {
    canvas.circle((cx, cy), ME, &format!(r#"fill="{}""#, palette::CLIENT));
    let style = Style::bold(17.0).anchor(Anchor::Middle).colour(palette::PAPER);
    canvas.text(cx, cy + 6.0, style, people.words.me);
}

/// Measures the marks and places them, as large as everyone has room for.
fn arrange(people: &People<'_>) -> (Size, Vec<Mark>, Vec<Rect>) {
    for size in SIZES {
        let (marks, items) = measure(people, size);
        if full(&items, size.rings) {
            continue;
        }
        if let Some(places) = layout::place(&items, &kept(people, size.rings), size.rings) {
            return (size, marks, places);
        }
    }
    let (marks, items) = measure(people, NUMBERED);
    let places = layout::place_anyway(&items, &kept(people, NUMBERED.rings), NUMBERED.rings);
    (NUMBERED, marks, places)
}

fn measure(people: &People<'_>, size: Size) -> (Vec<Mark>, Vec<Item>) {
    let (mut marks, mut items) = (Vec::new(), Vec::new());
    for (at, one) in people.all.iter().enumerate() {
        let Some(closeness) = one.closeness() else { continue };
        let mark = Mark::of(people, at, size, marks.len() + 1);
        let turn = layout::turn(one.supporter.person_id, one.profile);
        items.push(Item { ring: layout::ring(closeness), turn, w: mark.w, h: mark.h });
        marks.push(mark);
    }
    (marks, items)
}

/// The part of a ring that marks placed one by one hardly ever cover; trying more would cost time only.
const FULL: f64 = 0.62;

/// Whether a ring cannot hold its marks: not worth trying.
fn full(items: &[Item], rings: Rings) -> bool {
    let mut room = [0, 1, 2].map(|ring| {
        let inner = if ring == 0 { ME } else { rings[ring - 1] };
        FULL * std::f64::consts::PI * (rings[ring].powi(2) - inner.powi(2))
    });
    items.iter().any(|item| {
        room[item.ring] -= (item.w + 3.0) * (item.h + 3.0);
        room[item.ring] < 0.0
    })
}

/// What marks may not cover: the client and the labels of the rings.
fn kept(people: &People<'_>, rings: Rings) -> Vec<Rect> {
    let mut kept = vec![Rect { x: -ME, y: -ME, w: 2.0 * ME, h: 2.0 * ME }];
    for (ring, closeness) in Closeness::ALL.iter().enumerate() {
        let w = width(closeness.label().text(people.language), RING_NAME, Weight::Bold);
        kept.push(Rect { x: -w / 2.0, y: -rings[ring] + 5.0, w, h: RING_LABEL - 4.0 });
    }
    kept
}

/// Draws the ties that have a free way; answers with the others.
fn draw_ties(canvas: &mut Canvas, people: &People<'_>, ties: &[Tie], field: &Field<'_>) -> Vec<[usize; 2]> {
    let mut listed = Vec::new();
    canvas.put(format_args!(r#"<g fill="none" stroke="{}">"#, palette::TIE));
    for known in ties {
        let [Some(one), Some(other)] = known.between.ids().map(|id| people.at(id)) else { continue };
        match field.route(one, other) {
            Some(curve) => curve.draw(canvas, known.strength.map_or(2, i16::from)),
            None => listed.push([one, other]),
        }
    }
    canvas.put(format_args!("</g>"));
    listed
}

/// Explains the signs; answers with where it ends.
fn legend(canvas: &mut Canvas, people: &People<'_>, ties: bool, x: f64, y: f64) -> f64 {
    let (words, style) = (people.words, Style::regular(NOTE));
    let room = WIDTH - COLUMN - 20.0;
    canvas.text(x, y + 12.0, Style::bold(NOTE + 1.0), words.legend);
    let mut y = y + 20.0;
    let mut row = |canvas: &mut Canvas, text: &str, draw: &dyn Fn(&mut Canvas, f64)| {
        draw(canvas, y);
        canvas.text(x + 20.0, y + 10.5, style, &fitted(text, room, NOTE, Weight::Regular));
        y += ROW;
    };
    for kind in &people.kinds {
        row(canvas, &kind.label, &|canvas, y| sign(canvas, (x, y), 13.0, kind.glyph, State::Available));
    }
    let any = Glyph::Shape(BuiltInSupport::Emotional);
    let states = [
        (State::Available, words.available),
        (State::Unavailable, words.unavailable),
        (State::Unanswered, words.unanswered),
    ];
    for (state, text) in states {
        row(canvas, text, &|canvas, y| sign_in(canvas, (x, y + 2.0), 13.0, any, state, palette::MUTED));
    }
    if people.all.iter().any(|one| one.tension().is_some()) {
        row(canvas, words.tension, &|canvas, y| zigzag(canvas, (x - 1.0, y + 8.0), 15.0, 5.0, 1.7));
    }
    if ties {
        let look = format!(r#"stroke="{}" stroke-width="1.4""#, palette::TIE);
        row(canvas, words.tie, &|canvas, y| canvas.line((x - 1.0, y + 8.0), (x + 14.0, y + 8.0), &look));
    }
    y
}

/// The marks beside the rings with their places; a list instead, if the column has no room for all.
fn beside(people: &People<'_>, x: f64, top: f64, bottom: f64) -> (Vec<(Mark, f64, f64)>, Vec<Section>) {
    let unplaced = people.within(None);
    let mut marks = Vec::new();
    let (mut left, mut y, mut high) = (x, top + 18.0, 0.0_f64);
    for at in &unplaced {
        let mark = Mark::of(people, *at, SIZES[1], 0);
        if left > x && left + mark.w > x + WIDTH - COLUMN {
            (left, y, high) = (x, y + high + 6.0, 0.0);
        }
        if y + mark.h > bottom {
            let rows = unplaced.iter().map(|at| Row::named(people, *at, None)).collect();
            return (Vec::new(), vec![Section { heading: people.words.unplaced.to_owned(), glyph: None, rows }]);
        }
        high = high.max(mark.h);
        let next = left + mark.w + 6.0;
        marks.push((mark, left, y));
        left = next;
    }
    (marks, Vec::new())
}

/// Who know each other and have no line between them, by name.
fn more_ties(people: &People<'_>, mut pairs: Vec<[usize; 2]>) -> Section {
    let by_name = |at: &usize| &people.all[*at].order.1;
    for pair in &mut pairs {
        pair.sort_by_key(by_name);
    }
    pairs.sort_by_key(|[one, other]| (by_name(one), by_name(other)));
    let rows = pairs.into_iter().map(|pair| Row::pair(people, pair)).collect();
    Section { heading: people.words.more_ties.to_owned(), glyph: None, rows }
}

/// The names behind the numbers.
fn numbers(people: &People<'_>, placed: &[Mark]) -> Section {
    let rows = placed.iter().enumerate().map(|(number, mark)| Row::named(people, mark.at, Some(number + 1))).collect();
    Section { heading: people.words.numbers.to_owned(), glyph: None, rows }
}
