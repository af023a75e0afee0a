//! The board: the rings with supporters, the legend, and unplaced supporters beside the rings.

use crate::canvas::{Anchor, Canvas, Rect, Style};
use crate::columns::{Row, Section};
use crate::fonts::{Weight, width};
use crate::labels::{Mark, Size};
use crate::layout::{self, CLIENT_RADIUS, Item, RADIUS, Rings};
use crate::legend::Legend;
use crate::page::{Block, Role, Span};
use crate::palette;
use crate::sectors::Sectors;
use crate::sheet_style::Look;
use crate::text::wrapped;
use crate::ties::Field;
use crate::view_model::People;
use domain::ties::Tie;
use domain::vocabulary::Closeness;

/// The distance between the outermost ring and the edge of the board.
const EDGE: f64 = 2.0;
/// The distance between two marks beside the rings.
const GAP: f64 = 6.0;
/// Maximum number of lines of marks around the rings; more become a list.
const MAX_LINES: usize = 4;
/// The font size of a heading, in multiples of the legend's font size.
const HEADING: f64 = 1.09;

/// A drawn board.
#[derive(Debug)]
pub(crate) struct Board {
    pub(crate) figure: Block,
    /// Lists of the names that do not fit on the board.
    pub(crate) rest: Vec<Section>,
    /// The list of ties without a free route.
    pub(crate) ties: Option<Section>,
    /// The bottom of the board.
    pub(crate) end: f64,
}

/// The marks in the rings with their positions, around (0, 0) in ring units.
#[derive(Debug)]
pub(crate) struct Arrangement {
    size: Size,
    marks: Vec<Mark>,
    places: Vec<Rect>,
}

/// The marks of unplaced supporters, and the layout around the rings.
#[derive(Debug, Default)]
struct Around {
    marks: Vec<(Mark, Rect)>,
    /// The unplaced supporters who are listed, since their marks do not fit.
    listed: Vec<usize>,
    /// The heading of the marks, broken into lines.
    heading: Option<(Rect, Vec<String>)>,
    legend: (f64, f64),
    /// The bottom of the layout.
    end: f64,
}

/// The height of the rings.
pub(crate) fn height(look: &Look) -> f64 {
    2.0 * (RADIUS * look.scale + EDGE)
}

/// Draws the board with its upper left corner at (`x`, `y`).
pub(crate) fn draw(people: &People<'_>, ties: &[Tie], look: &Look, (x, y): (f64, f64)) -> Board {
    let arrangement = arrange(people, look).unwrap_or_else(|| arrange_anyway(people, look));
    drawn(people, ties, look, (x, y), arrangement)
}

/// Draws the board if all marks fit; `None` otherwise.
pub(crate) fn try_draw(people: &People<'_>, ties: &[Tie], look: &Look, at: (f64, f64)) -> Option<Board> {
    Some(drawn(people, ties, look, at, arrange(people, look)?))
}

fn drawn(people: &People<'_>, ties: &[Tie], look: &Look, (x, y): (f64, f64), arrangement: Arrangement) -> Board {
    let mut canvas = Canvas::default();
    let Arrangement { size, marks, places } = arrangement;
    let scale = look.scale;
    let across = height(look);
    let (cx, cy) = (x + across / 2.0, y + across / 2.0);
    let radii = size.rings.map(|radius| radius * scale);
    let place =
        |place: Rect| Rect { x: cx + place.x * scale, y: cy + place.y * scale, w: place.w * scale, h: place.h * scale };
    let placed: Vec<_> = marks.into_iter().zip(places).map(|(mark, spot)| (mark.scaled(scale), place(spot))).collect();
    rings(&mut canvas, (cx, cy), radii);
    let room = look.beside.unwrap_or(look.width);
    let legend = Legend::of(people, !ties.is_empty(), room, look.note);
    let around = around(people, look, &legend, (x, y));
    legend.draw(&mut canvas, people, around.legend.0, around.legend.1);
    let end = (y + across).max(around.end);
    let mut spots = vec![None; people.all.len()];
    for (mark, spot) in placed.iter().chain(&around.marks) {
        spots[mark.at] = Some(*spot);
    }
    let legend = Rect { x: around.legend.0, y: around.legend.1, w: room, h: legend.height };
    let labels = label_grounds(people, (cx, cy), radii, look.ring);
    let others: Vec<_> =
        labels.into_iter().chain([legend]).chain(around.heading.iter().map(|(place, _)| *place)).collect();
    let bounds = Rect { x, y, w: look.width, h: end - y };
    let field = Field { marks: &spots, others: &others, client: ((cx, cy), CLIENT_RADIUS * scale), bounds };
    let untied = draw_ties(&mut canvas, people, ties, &field);
    ring_labels(&mut canvas, people, (cx, cy), radii, look.ring);
    me(&mut canvas, people, (cx, cy), scale);
    if let Some((Rect { x, y, .. }, lines)) = &around.heading {
        for (number, line) in lines.iter().enumerate() {
            let base = y + look.note * (1.1 + 1.4 * number as f64);
            canvas.text(*x, base, Style::bold(look.note * HEADING), line);
        }
    }
    let rest = rest(people, &placed, size, &around);
    let ties = (!untied.is_empty()).then(|| more_ties(people, untied));
    let spans = list(&mut canvas, people, placed, around.marks);
    let figure = Block { spans, ..Block::new(Role::Figure, canvas.finish()) };
    Board { figure, rest, ties, end }
}

/// Draws the marks as a list, in naming order.
///
/// Returns the spans of names that are drawn differently.
fn list(
    canvas: &mut Canvas,
    people: &People<'_>,
    mut placed: Vec<(Mark, Rect)>,
    around: Vec<(Mark, Rect)>,
) -> Vec<Span> {
    let mut spans = Vec::new();
    canvas.put(format_args!(r#"<g role="list">"#));
    placed.sort_by_key(|(mark, _)| (&people.all[mark.at].order, mark.at));
    for (mark, place) in placed.into_iter().chain(around) {
        let start = canvas.len();
        mark.draw(canvas, people, place.x, place.y);
        let range = start..canvas.len();
        spans.extend(mark.undrawn(people).map(|name| Span { range, text: name.to_owned() }));
    }
    canvas.put(format_args!("</g>"));
    spans
}

fn rings(canvas: &mut Canvas, (cx, cy): (f64, f64), rings: Rings) {
    for ring in [2, 1, 0] {
        let look = format!(r#"fill="{}" stroke="{}""#, palette::RINGS[ring], palette::RING_LINE);
        canvas.circle((cx, cy), rings[ring], &look);
    }
}

/// Draws the names of the rings, above the ties.
fn ring_labels(canvas: &mut Canvas, people: &People<'_>, (cx, cy): (f64, f64), rings: Rings, size: f64) {
    for (ground, (ring, text)) in label_grounds(people, (cx, cy), rings, size).into_iter().zip(labels(people)) {
        canvas.rect(ground, 4.0, &format!(r#"fill="{}""#, palette::RINGS[ring]));
        let style = Style::bold(size).anchor(Anchor::Middle).colour(palette::CLIENT);
        canvas.text(cx, ground.y + size * 0.79, style, &text);
    }
}

/// The index and name of each ring.
fn labels(people: &People<'_>) -> impl Iterator<Item = (usize, String)> {
    let language = people.language;
    Closeness::ALL.iter().map(move |one| one.label().text(language).to_owned()).enumerate()
}

/// The areas of the ring names.
fn label_grounds(people: &People<'_>, (cx, cy): (f64, f64), rings: Rings, size: f64) -> Vec<Rect> {
    let ground = |(ring, text): (usize, String)| {
        let w = width(&text, size, Weight::Bold) + 4.0;
        Rect { x: cx - w / 2.0, y: cy - rings[ring] + size * 0.79, w, h: size }
    };
    labels(people).map(ground).collect()
}

fn me(canvas: &mut Canvas, people: &People<'_>, (cx, cy): (f64, f64), scale: f64) {
    canvas.circle((cx, cy), CLIENT_RADIUS * scale, &format!(r#"fill="{}""#, palette::CLIENT));
    let size = (17.0 * scale).max(12.1);
    let style = Style::bold(size).anchor(Anchor::Middle).colour(palette::PAPER);
    canvas.text(cx, cy + size * 0.35, style, people.words.me);
}

/// Measures and positions the marks, at the largest size at which all fit.
fn arrange(people: &People<'_>, look: &Look) -> Option<Arrangement> {
    look.sizes.iter().find_map(|size| {
        let (marks, items) = measure(people, *size);
        if full(&items, size.rings) {
            return None;
        }
        let reserved = reserved(people, size.rings, look);
        let places = layout::place(&items, &reserved, size.rings)?;
        let mut arrangement = Arrangement { size: *size, marks, places };
        widen(people, &mut arrangement, &reserved);
        Some(arrangement)
    })
}

/// The name widths tried, as a factor, with additional lines; the first at which the name fits is used.
const WIDER: [(f64, usize); 7] = [(1.3, 0), (1.1, 1), (1.6, 0), (1.4, 1), (2.1, 0), (2.1, 1), (3.2, 0)];
/// The minimum distance around a widened mark.
const AROUND: f64 = 3.0;

/// Widens the marks of truncated names where there is space. No mark moves.
fn widen(people: &People<'_>, arrangement: &mut Arrangement, reserved: &[Rect]) {
    let Arrangement { size, marks, places } = arrangement;
    for number in 0..marks.len() {
        if !marks[number].cut() {
            continue;
        }
        let (at, old) = (marks[number].at, places[number]);
        let found = WIDER.iter().find_map(|(room, lines)| {
            let size = Size { room: size.room * room, lines: size.lines + lines, ..*size };
            let mark = Mark::of(people, at, size, number + 1);
            let (x, y) = (old.x + (old.w - mark.w) / 2.0, old.y + (old.h - mark.h) / 2.0);
            let place = Rect { x, y, w: mark.w, h: mark.h };
            let wide = Rect { x: x - AROUND, y: y - AROUND, w: mark.w + 2.0 * AROUND, h: mark.h + 2.0 * AROUND };
            let others = places.iter().enumerate().filter(|(other, _)| *other != number).map(|(_, other)| other);
            let free = others.chain(reserved).all(|other| !layout::overlap(wide, *other));
            (!mark.cut() && free && layout::on_board(wide)).then_some((mark, place))
        });
        if let Some(found) = found {
            (marks[number], places[number]) = found;
        }
    }
}

/// Positions the marks at the smallest size, overlapping where they do not fit.
fn arrange_anyway(people: &People<'_>, look: &Look) -> Arrangement {
    let size = look.sizes[look.sizes.len() - 1];
    let (marks, items) = measure(people, size);
    let places = layout::place_anyway(&items, &reserved(people, size.rings, look), size.rings);
    Arrangement { size, marks, places }
}

fn measure(people: &People<'_>, size: Size) -> (Vec<Mark>, Vec<Item>) {
    let (mut marks, mut items, mut sectors) = (Vec::new(), Vec::new(), Sectors::default());
    for (at, one) in people.all.iter().enumerate() {
        let Some(closeness) = one.closeness() else { continue };
        let mark = Mark::of(people, at, size, marks.len() + 1);
        // Counted with a chosen angle too, so that choosing one does not change the others.
        let automatic = sectors.turn(one.supporter.person_id, one.profile);
        let (turn, given) = one.turn().map_or((automatic, false), |turn| (turn, true));
        items.push(Item { ring: layout::ring(closeness), turn, given, w: mark.w, h: mark.h });
        marks.push(mark);
    }
    (marks, items)
}

/// The fill factor of a ring beyond which placement rarely succeeds and is not tried.
const FULL: f64 = 0.62;

/// Whether a ring cannot hold its marks.
fn full(items: &[Item], rings: Rings) -> bool {
    let mut room = [0, 1, 2].map(|ring| {
        let inner = if ring == 0 { CLIENT_RADIUS } else { rings[ring - 1] };
        FULL * std::f64::consts::PI * (rings[ring].powi(2) - inner.powi(2))
    });
    items.iter().any(|item| {
        room[item.ring] -= (item.w + 3.0) * (item.h + 3.0);
        room[item.ring] < 0.0
    })
}

/// The areas that marks must not cover: the client and the ring labels.
fn reserved(people: &People<'_>, rings: Rings, look: &Look) -> Vec<Rect> {
    let mut reserved =
        vec![Rect { x: -CLIENT_RADIUS, y: -CLIENT_RADIUS, w: 2.0 * CLIENT_RADIUS, h: 2.0 * CLIENT_RADIUS }];
    let size = look.ring / look.scale;
    for (ring, closeness) in Closeness::ALL.iter().enumerate() {
        let w = width(closeness.label().text(people.language), size, Weight::Bold);
        reserved.push(Rect { x: -w / 2.0, y: -rings[ring] + size * 0.53, w, h: size * 1.16 });
    }
    reserved
}

/// Draws the ties that have a free route, and returns the others.
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

/// Positions the legend and the unplaced supporters, beside or below the rings.
fn around(people: &People<'_>, look: &Look, legend: &Legend, (x, y): (f64, f64)) -> Around {
    let across = height(look);
    let room = look.beside.unwrap_or(look.width);
    let (left, below, bottom) = match look.beside {
        Some(_) => (x + look.width - room, y + legend.height + look.note * 1.3, y + across),
        None => (x, y + across + look.note * 0.6, f64::INFINITY),
    };
    let text = if people.all.is_empty() { people.words.nobody_on_card } else { people.words.unplaced };
    let lines = wrapped(text, room, look.note * HEADING, Weight::Bold, 8);
    let widest = lines.iter().map(|line| width(line, look.note * HEADING, Weight::Bold)).fold(0.0, f64::max);
    let place = Rect { x: left, y: below, w: widest, h: look.note * 1.4 * lines.len() as f64 };
    let under = place.y + place.h + look.note * 0.3;
    // Below the rings, marks start on the line of their heading, which leaves space for ties above.
    let (top, indent) = match look.beside {
        None if !people.all.is_empty() => (below, widest + look.note),
        None | Some(_) => (under, 0.0),
    };
    let high = MAX_LINES as f64 * look.aside.font * look.scale * 4.5;
    let space = Rect { x: left, y: top, w: room, h: high.min(bottom - top) };
    let unplaced = people.within(None);
    let (marks, end) = beside(people, look, &unplaced, space, indent);
    let end = end.max(under);
    let listed = if marks.is_empty() { unplaced } else { Vec::new() };
    let heading = (!marks.is_empty() || people.all.is_empty()).then_some((place, lines));
    if look.beside.is_some() {
        return Around { marks, listed, heading, legend: (left, y), end };
    }
    let from = if heading.is_some() { end + look.note * 0.8 } else { below };
    Around { marks, listed, heading, legend: (x, from), end: from + legend.height }
}

/// The marks of unplaced supporters within an area, and their bottom; no marks if they do not all fit.
///
/// The first line is indented.
fn beside(people: &People<'_>, look: &Look, unplaced: &[usize], space: Rect, indent: f64) -> (Vec<(Mark, Rect)>, f64) {
    let mut marks = Vec::new();
    let (mut left, mut y, mut high) = (space.x + indent, space.y, 0.0_f64);
    for at in unplaced {
        let mark = Mark::of(people, *at, look.aside, 0).scaled(look.scale);
        if left > space.x && left + mark.w > space.x + space.w {
            (left, y, high) = (space.x, y + high + GAP, 0.0);
        }
        if y + mark.h > space.y + space.h {
            return (Vec::new(), space.y);
        }
        high = high.max(mark.h);
        let place = Rect { x: left, y, w: mark.w, h: mark.h };
        left += mark.w + GAP;
        marks.push((mark, place));
    }
    (marks, y + high)
}

/// The lists of names that do not fit on the board.
fn rest(people: &People<'_>, placed: &[(Mark, Rect)], size: Size, around: &Around) -> Vec<Section> {
    let section = |heading: &str, rows| Section { heading: heading.to_owned(), glyph: None, rows };
    let mut rest = Vec::new();
    if size.numbered {
        let row = |(number, (mark, _)): (usize, &(Mark, Rect))| Row::named(people, mark.at, Some(number + 1));
        rest.push(section(people.words.numbers, placed.iter().enumerate().map(row).collect()));
    }
    if !around.listed.is_empty() {
        let rows = around.listed.iter().map(|at| Row::named(people, *at, None)).collect();
        rest.push(section(people.words.unplaced, rows));
    }
    rest
}

/// The list of ties without a line on the board, by name.
fn more_ties(people: &People<'_>, mut pairs: Vec<[usize; 2]>) -> Section {
    let by_name = |at: &usize| &people.all[*at].order.1;
    for pair in &mut pairs {
        pair.sort_by_key(by_name);
    }
    pairs.sort_by_key(|[one, other]| (by_name(one), by_name(other)));
    let rows = pairs.into_iter().map(|pair| Row::pair(people, pair)).collect();
    Section { heading: people.words.more_ties.to_owned(), glyph: None, rows }
}
