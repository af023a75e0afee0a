//! Positions supporters on the rings, with the client at (0, 0).
//!
//! Each position depends only on stable data: the angle on the life domain and the person's id, the radius on the
//! ring. Positions are assigned in order of person id, which is the order of creation, and a supporter whose position
//! is taken gets the nearest free one. So an added supporter, who comes last, moves nobody; a removed one affects
//! only those who had moved aside; and the same map always gives the same picture.
//!
//! Supporters with an angle chosen by the client come first, and get that angle exactly or the nearest free one.

use crate::canvas::Rect;
use domain::vocabulary::Closeness;
use std::f64::consts::TAU;
use std::sync::LazyLock;

/// The outer radii of the three rings, inner ring first.
pub(crate) type Rings = [f64; 3];
/// Radii for a usual number of people.
pub(crate) const USUAL: Rings = [130.0, 212.0, 290.0];
/// Radii for many people: a wider inner ring.
pub(crate) const CROWDED: Rings = [158.0, 228.0, 290.0];
/// The outermost radius, constant.
pub(crate) const RADIUS: f64 = 290.0;
/// The radius of the client's mark.
pub(crate) const CLIENT_RADIUS: f64 = 24.0;

/// The number of angular steps tried around a ring.
const STEPS: usize = 144;
/// The radial offsets tried, from the middle of a ring.
const OFFSETS: [f64; 9] = [0.0, 12.0, -12.0, 22.0, -22.0, 31.0, -31.0, 40.0, -40.0];

static CIRCLE: LazyLock<Vec<(f64, f64)>> = LazyLock::new(|| {
    (0..STEPS).map(|step| (TAU * step as f64 / STEPS as f64).sin_cos()).map(|(sin, cos)| (sin, -cos)).collect()
});

/// A mark to be positioned.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Item {
    pub(crate) ring: usize,
    /// The preferred angle as a fraction of the circle, clockwise from the top.
    pub(crate) turn: f64,
    /// Whether the client chose the angle.
    pub(crate) given: bool,
    pub(crate) w: f64,
    pub(crate) h: f64,
}

/// The index of the ring.
pub(crate) fn ring(closeness: Closeness) -> usize {
    match closeness {
        Closeness::Inner => 0,
        Closeness::Middle => 1,
        Closeness::Outer => 2,
    }
}

/// The constraints tried in turn.
///
/// The gap, whether the mark must lie entirely within its ring, and the angular range.
const TRIES: [(f64, bool, usize); 5] = [
    (26.0, true, STEPS / 12),
    (12.0, true, STEPS / 8),
    (5.0, true, STEPS / 5),
    (3.0, true, STEPS / 2),
    (2.0, false, STEPS / 2),
];
/// The constraints for a chosen angle.
///
/// At the angle with decreasing gaps, then the nearest free position.
const GIVEN: [(f64, bool, usize); 3] = [(12.0, true, 0), (3.0, true, 0), (2.0, false, STEPS / 2)];

/// Positions all marks, chosen angles first; `reserved` stays free.
///
/// `None` if a mark finds no free position.
///
/// Uses generous gaps if possible, narrow ones otherwise.
pub(crate) fn place(items: &[Item], reserved: &[Rect], rings: Rings) -> Option<Vec<Rect>> {
    place_by(&TRIES, items, reserved, rings, |_, _| None)
        .or_else(|| place_by(&TRIES[3..], items, reserved, rings, |_, _| None))
}

/// Positions all marks, overlapping where there is no free position.
pub(crate) fn place_anyway(items: &[Item], reserved: &[Rect], rings: Rings) -> Vec<Rect> {
    let own = |item: &Item, band: Band| Some(at(item, band.middle, direction(item, 0)));
    place_by(&TRIES[3..], items, reserved, rings, own).unwrap_or_default()
}

fn place_by(
    tries: &[(f64, bool, usize)],
    items: &[Item],
    reserved: &[Rect],
    rings: Rings,
    otherwise: impl Fn(&Item, Band) -> Option<Rect>,
) -> Option<Vec<Rect>> {
    let mut taken = Taken::new();
    for rect in reserved {
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

/// The inner and outer radius of a ring.
#[derive(Clone, Copy)]
struct Band {
    inner: f64,
    middle: f64,
    outer: f64,
}

impl Band {
    fn of(rings: Rings, ring: usize) -> Self {
        let (inner, outer) = (if ring == 0 { CLIENT_RADIUS + 4.0 } else { rings[ring - 1] }, rings[ring]);
        // In the innermost ring slightly outward of the middle, where there is more space.
        let middle = inner + (outer - inner) * if ring == 0 { 0.55 } else { 0.5 };
        Self { inner, middle, outer }
    }
}

fn preferred(item: &Item) -> usize {
    (item.turn.rem_euclid(1.0) * STEPS as f64) as usize % STEPS
}

/// The direction at this many steps clockwise from the preferred angle.
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

/// The nearest free position, by angle first.
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

/// Whether the mark lies within the ring.
///
/// Entirely, or with its centre and not beyond the outermost ring.
fn fits(band: Band, rect: Rect, whole: bool) -> bool {
    let (far_x, far_y) = (rect.x.abs().max((rect.x + rect.w).abs()), rect.y.abs().max((rect.y + rect.h).abs()));
    // Compares squared distances: this runs thousands of times per person.
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

/// The occupied rectangles in a grid, so that 500 marks are not compared pairwise.
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

    /// The grid cells that a rectangle covers.
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

    /// Whether an occupied rectangle is closer than `gap`.
    fn touches(&self, rect: Rect, gap: f64) -> bool {
        let wide = Rect { x: rect.x - gap, y: rect.y - gap * 0.7, w: rect.w + 2.0 * gap, h: rect.h + 1.4 * gap };
        Self::squares(wide).flat_map(|square| &self.squares[square]).any(|other| overlap(wide, self.rects[*other]))
    }
}

/// How far the corner of a widened mark may extend beyond the outermost ring.
const OUT: f64 = 24.0;

/// Whether a rectangle lies in the square around the rings, with no corner far outside them.
pub(crate) fn on_board(rect: Rect) -> bool {
    let (far_x, far_y) = (rect.x.abs().max((rect.x + rect.w).abs()), rect.y.abs().max((rect.y + rect.h).abs()));
    far_x.max(far_y) <= RADIUS && far_x.hypot(far_y) <= RADIUS + OUT
}

/// Whether two rectangles overlap.
pub(crate) fn overlap(one: Rect, other: Rect) -> bool {
    one.x < other.x + other.w && other.x < one.x + one.w && one.y < other.y + other.h && other.y < one.y + one.h
}
