//! Where on the rings everybody stands, with the client in the middle at (0, 0).
//!
//! Everyone has a place of their own, from what does not change: the angle from the life domain and the person's id, the
//! radius in the middle of the ring. People take their places in the order in which they came into the client's life here
//! (person ids are ordered by time) and go to the nearest free spot if theirs is taken. So somebody new, who comes last,
//! moves nobody; somebody who goes moves only those who had made room; and the same map is always the same picture.
//!
//! Whoever the client gave an angle comes before all others and stands at that angle exactly, or as near to it as is free.

use crate::canvas::Rect;
use domain::vocabulary::Closeness;
use std::f64::consts::TAU;
use std::sync::LazyLock;

/// The outer radius of the three rings, from the inside out.
pub(crate) type Rings = [f64; 3];
/// For as many people as most maps have.
pub(crate) const USUAL: Rings = [130.0, 212.0, 290.0];
/// For many: the inner ring gets more of the room.
pub(crate) const CROWDED: Rings = [158.0, 228.0, 290.0];
/// The outermost, always the same.
pub(crate) const RADIUS: f64 = 290.0;
/// The radius of the client's mark.
pub(crate) const ME: f64 = 24.0;

/// Steps around a ring.
const STEPS: usize = 144;
/// From the middle of a ring, the radii tried.
const OFFSETS: [f64; 9] = [0.0, 12.0, -12.0, 22.0, -22.0, 31.0, -31.0, 40.0, -40.0];

static CIRCLE: LazyLock<Vec<(f64, f64)>> = LazyLock::new(|| {
    (0..STEPS).map(|step| (TAU * step as f64 / STEPS as f64).sin_cos()).map(|(sin, cos)| (sin, -cos)).collect()
});

/// Somebody to be placed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Item {
    pub(crate) ring: usize,
    /// Clockwise from the top, as a part of the circle.
    pub(crate) turn: f64,
    /// Whether the client chose the angle.
    pub(crate) given: bool,
    pub(crate) w: f64,
    pub(crate) h: f64,
}

/// The number of the ring.
pub(crate) fn ring(closeness: Closeness) -> usize {
    match closeness {
        Closeness::Inner => 0,
        Closeness::Middle => 1,
        Closeness::Outer => 2,
    }
}

/// How far a spot may be: room to others, whether it must lie within the ring whole, and how far around.
const TRIES: [(f64, bool, usize); 5] = [
    (26.0, true, STEPS / 12),
    (12.0, true, STEPS / 8),
    (5.0, true, STEPS / 5),
    (3.0, true, STEPS / 2),
    (2.0, false, STEPS / 2),
];
/// The same for a given angle: there with some room or with little, else the nearest spot.
const GIVEN: [(f64, bool, usize); 3] = [(12.0, true, 0), (3.0, true, 0), (2.0, false, STEPS / 2)];

/// Places everybody, given angles first and then in this order; `kept` stays free. With generous room if that succeeds, else closely. None if
/// somebody finds no free spot.
pub(crate) fn place(items: &[Item], kept: &[Rect], rings: Rings) -> Option<Vec<Rect>> {
    place_by(&TRIES, items, kept, rings, |_, _| None).or_else(|| place_by(&TRIES[3..], items, kept, rings, |_, _| None))
}

/// Places everybody, over one another where there is no free spot.
pub(crate) fn place_anyway(items: &[Item], kept: &[Rect], rings: Rings) -> Vec<Rect> {
    let own = |item: &Item, band: Band| Some(at(item, band.middle, direction(item, 0)));
    place_by(&TRIES[3..], items, kept, rings, own).unwrap_or_default()
}

fn place_by(
    tries: &[(f64, bool, usize)],
    items: &[Item],
    kept: &[Rect],
    rings: Rings,
    otherwise: impl Fn(&Item, Band) -> Option<Rect>,
) -> Option<Vec<Rect>> {
    let mut taken = Taken::new();
    for rect in kept {
        taken.add(*rect);
    }
    let mut places = vec![None; items.len()];
    let given_first = items.iter().zip(&mut places);
    let (given, others): (Vec<_>, Vec<_>) = given_first.partition(|(item, _)| item.given);
    for (item, place) in given.into_iter().chain(others) {
        let band = Band::of(rings, item.ring);
        let tries = if item.given { &GIVEN } else { tries };
        let found = tries.iter().find_map(|(gap, whole, around)| spot(item, band, &taken, *gap, *whole, *around));
        let found = found.or_else(|| otherwise(item, band))?;
        taken.add(found);
        *place = Some(found);
    }
    places.into_iter().collect()
}

/// A ring, from where to where.
#[derive(Clone, Copy)]
struct Band {
    inner: f64,
    middle: f64,
    outer: f64,
}

impl Band {
    fn of(rings: Rings, ring: usize) -> Self {
        let (inner, outer) = (if ring == 0 { ME + 4.0 } else { rings[ring - 1] }, rings[ring]);
        // In the innermost ring outward of the middle: that is where its room is.
        let middle = inner + (outer - inner) * if ring == 0 { 0.55 } else { 0.5 };
        Self { inner, middle, outer }
    }
}

fn preferred(item: &Item) -> usize {
    (item.turn.rem_euclid(1.0) * STEPS as f64) as usize % STEPS
}

/// So many steps clockwise from where it would stand.
fn direction(item: &Item, steps: usize) -> (f64, f64) {
    if !item.given {
        return CIRCLE[(preferred(item) + steps) % STEPS];
    }
    let (sin, cos) = (TAU * (item.turn + steps as f64 / STEPS as f64)).sin_cos();
    (sin, -cos)
}

fn at(item: &Item, radius: f64, (x, y): (f64, f64)) -> Rect {
    Rect { x: x * radius - item.w / 2.0, y: y * radius - item.h / 2.0, w: item.w, h: item.h }
}

/// The nearest spot that is free, by angle first.
fn spot(item: &Item, band: Band, taken: &Taken, gap: f64, whole: bool, around: usize) -> Option<Rect> {
    for turn in 0..=around {
        for steps in [turn, STEPS - turn] {
            let direction = direction(item, steps);
            for offset in OFFSETS {
                let rect = at(item, band.middle + offset, direction);
                if fits(band, rect, whole) && !taken.touches(rect, gap) {
                    return Some(rect);
                }
            }
            if turn == 0 {
                break;
            }
        }
    }
    None
}

/// Whether it lies within the band: whole, or with its middle and not outside of the rings.
fn fits(band: Band, rect: Rect, whole: bool) -> bool {
    let (far_x, far_y) = (rect.x.abs().max((rect.x + rect.w).abs()), rect.y.abs().max((rect.y + rect.h).abs()));
    // Squares are compared: this runs some thousand times for each person.
    let far = far_x * far_x + far_y * far_y;
    if whole {
        let near_x = rect.x.max(-(rect.x + rect.w)).max(0.0);
        let near_y = rect.y.max(-(rect.y + rect.h)).max(0.0);
        far <= (band.outer - 2.0).powi(2) && near_x * near_x + near_y * near_y >= (band.inner + 1.0).powi(2)
    } else {
        let centre = (rect.x + rect.w / 2.0).powi(2) + (rect.y + rect.h / 2.0).powi(2);
        far <= RADIUS.powi(2) && centre > band.inner.powi(2) && centre < band.outer.powi(2)
    }
}

/// What is taken, found by squares so that five hundred people do not each look at all others.
struct Taken {
    rects: Vec<Rect>,
    squares: Vec<Vec<usize>>,
}

const SIDE: f64 = 48.0;
const ACROSS: usize = 14;

impl Taken {
    fn new() -> Self {
        Self { rects: Vec::new(), squares: vec![Vec::new(); ACROSS * ACROSS] }
    }

    /// The squares a rectangle lies on.
    fn squares(rect: Rect) -> impl Iterator<Item = usize> {
        let square = |v: f64| ((v + SIDE * ACROSS as f64 / 2.0) / SIDE).clamp(0.0, ACROSS as f64 - 1.0) as usize;
        let (left, right) = (square(rect.x), square(rect.x + rect.w));
        (square(rect.y)..=square(rect.y + rect.h)).flat_map(move |row| (left..=right).map(move |x| row * ACROSS + x))
    }

    fn add(&mut self, rect: Rect) {
        let number = self.rects.len();
        Self::squares(rect).for_each(|square| self.squares[square].push(number));
        self.rects.push(rect);
    }

    /// Whether anything is nearer than `gap`.
    fn touches(&self, rect: Rect, gap: f64) -> bool {
        let wide = Rect { x: rect.x - gap, y: rect.y - gap * 0.7, w: rect.w + 2.0 * gap, h: rect.h + 1.4 * gap };
        Self::squares(wide).flat_map(|square| &self.squares[square]).any(|other| overlap(wide, self.rects[*other]))
    }
}

/// How far the corner of a wider mark may stand out of the outermost ring.
const OUT: f64 = 24.0;

/// Whether a rectangle lies within the square around the rings, and no corner of it far out of them.
pub(crate) fn on_board(rect: Rect) -> bool {
    let (far_x, far_y) = (rect.x.abs().max((rect.x + rect.w).abs()), rect.y.abs().max((rect.y + rect.h).abs()));
    far_x.max(far_y) <= RADIUS && far_x.hypot(far_y) <= RADIUS + OUT
}

/// Whether two rectangles have a spot in common.
pub(crate) fn overlap(one: Rect, other: Rect) -> bool {
    one.x < other.x + other.w && other.x < one.x + one.w && one.y < other.y + other.h && other.y < one.y + one.h
}
