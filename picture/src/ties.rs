//! Routes ties: curves around all other marks, the client and the legend.
//!
//! Of about 200 candidate curves the straightest free one is used. If none is free, the tie is not drawn and the
//! caller lists it in words: a line behind a third mark would look like two ties that do not exist.

use crate::canvas::{Canvas, N, Rect};
use crate::layout::overlap;
use std::sync::LazyLock;

/// The clearance between a tie and an obstacle.
///
/// First the usual one, then the minimum for a crowded board.
const CLEARANCES: [f64; 2] = [4.0, 1.6];
/// The number of segments in which a curve is checked.
const PIECES: usize = 48;
/// The parameters at which a curve is checked first, from the middle outward.
const LOOKS: [f64; 11] = [0.5, 0.42, 0.58, 0.33, 0.67, 0.25, 0.75, 0.17, 0.83, 0.1, 0.9];
/// The bends tried for the two halves of a curve, as fractions of its length.
const BENDS: [f64; 15] = [0.0, 0.1, -0.1, 0.2, -0.2, 0.3, -0.3, 0.42, -0.42, 0.55, -0.55, 0.7, -0.7, 0.9, -0.9];
/// The minimum length used for bending, so that a short tie can go around a mark.
const SHORT: f64 = 110.0;

/// Pairs of bends, straightest first; a curve bent to both sides counts as less straight.
static CURVES: LazyLock<Vec<(f64, f64)>> = LazyLock::new(|| {
    let mut curves: Vec<_> = BENDS.iter().flat_map(|one| BENDS.map(|other| (*one, other))).collect();
    let bent = |(one, other): &(f64, f64)| one * one + other * other + 0.6 * (one - other).powi(2);
    curves.sort_by(|one, other| bent(one).total_cmp(&bent(other)));
    curves
});

type Point = (f64, f64);

/// A cubic Bézier curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Curve([Point; 4]);

/// The obstacles to ties.
#[derive(Debug)]
pub(crate) struct Field<'a> {
    /// The mark of each supporter who has one.
    pub(crate) marks: &'a [Option<Rect>],
    /// Other areas with text.
    pub(crate) others: &'a [Rect],
    /// The centre and radius of the client's mark.
    pub(crate) client: (Point, f64),
    /// The area in which ties may run.
    pub(crate) bounds: Rect,
}

impl Field<'_> {
    /// The curve between the marks of two supporters; `None` if one has no mark or no route is free.
    pub(crate) fn route(&self, from: usize, to: usize) -> Option<Curve> {
        let ends = [from, to].map(|at| self.marks.get(at).copied().flatten().map(middle));
        let [Some(start), Some(end)] = ends else { return None };
        let marks = self.marks.iter().enumerate().filter(|(at, _)| *at != from && *at != to);
        let obstacles: Vec<_> = marks.filter_map(|(_, mark)| *mark).chain(self.others.iter().copied()).collect();
        let (centre, _) = self.client;
        CLEARANCES.iter().find_map(|clearance| {
            let obstacles: Vec<_> = obstacles.iter().map(|rect| wider(*rect, *clearance)).collect();
            let curves = CURVES.iter().map(|bends| bent(start, end, *bends));
            let mut curves = std::iter::once(towards(start, end, centre)).chain(curves);
            curves.find(|curve| self.free(curve, &obstacles, *clearance))
        })
    }

    fn free(&self, curve: &Curve, obstacles: &[Rect], clearance: f64) -> bool {
        let (centre, radius) = self.client;
        let radius = radius + clearance;
        // A few points rule out most curves.
        let open = |(x, y): Point| {
            within(Rect { x, y, w: 0.0, h: 0.0 }, self.bounds)
                && (x - centre.0).powi(2) + (y - centre.1).powi(2) >= radius * radius
                && !obstacles.iter().any(|rect| holds(*rect, (x, y)))
        };
        if !LOOKS.iter().all(|t| open(curve.at(*t))) {
            return false;
        }
        let hull = around(&curve.0);
        let client = wider(Rect { x: centre.0, y: centre.1, w: 0.0, h: 0.0 }, radius);
        let near: Vec<_> = obstacles.iter().filter(|rect| overlap(**rect, hull)).collect();
        let near_client = overlap(client, hull);
        if near.is_empty() && !near_client && within(hull, self.bounds) {
            return true;
        }
        let mut from = curve.at(0.0);
        (1..=PIECES).all(|piece| {
            let to = curve.at(piece as f64 / PIECES as f64);
            let piece = [from, to];
            from = to;
            within(around(&piece), self.bounds)
                && !(near_client && distance(piece, centre) < radius)
                && near.iter().all(|rect| !crosses(piece, **rect))
        })
    }
}

impl Curve {
    /// Draws the tie; `strength` is 0 to 4, with 2 for unanswered.
    pub(crate) fn draw(&self, canvas: &mut Canvas, strength: i16) {
        let [from, one, other, to] = self.0.map(|(x, y)| format!("{} {}", N(x), N(y)));
        let width = N(0.7 + 0.25 * f64::from(strength));
        canvas.put(format_args!(r#"<path d="M{from}C{one} {other} {to}" stroke-width="{width}"/>"#));
    }

    fn at(&self, t: f64) -> Point {
        let s = 1.0 - t;
        let parts = [s * s * s, 3.0 * s * s * t, 3.0 * s * t * t, t * t * t];
        self.0.iter().zip(parts).fold((0.0, 0.0), |(x, y), (point, part)| (x + part * point.0, y + part * point.1))
    }
}

/// A curve bent slightly towards the centre.
fn towards(from: Point, to: Point, centre: Point) -> Curve {
    let bend = |a: f64, b: f64, c: f64| f64::midpoint(a, b) * 0.82 + c * 0.18;
    let bend = (bend(from.0, to.0, centre.0), bend(from.1, to.1, centre.1));
    Curve([from, between(from, bend, 2.0 / 3.0), between(to, bend, 2.0 / 3.0), to])
}

/// A curve bent sideways: the first half by `one`, the second by `other`.
fn bent(from: Point, to: Point, (one, other): (f64, f64)) -> Curve {
    let (x, y) = (to.0 - from.0, to.1 - from.1);
    let length = x.hypot(y).max(1.0);
    let scale = length.max(SHORT) / length;
    let aside = |part: f64, bend: f64| {
        let (along_x, along_y) = between(from, to, part);
        (along_x - y * bend * scale, along_y + x * bend * scale)
    };
    Curve([from, aside(0.25, one), aside(0.75, other), to])
}

fn between(from: Point, to: Point, part: f64) -> Point {
    (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part)
}

fn middle(rect: Rect) -> Point {
    (rect.x + rect.w / 2.0, rect.y + rect.h / 2.0)
}

fn wider(rect: Rect, by: f64) -> Rect {
    Rect { x: rect.x - by, y: rect.y - by, w: rect.w + 2.0 * by, h: rect.h + 2.0 * by }
}

/// The bounding rectangle of the points.
fn around(points: &[Point]) -> Rect {
    let (low, high) = points.iter().fold(((f64::MAX, f64::MAX), (f64::MIN, f64::MIN)), |(low, high), (x, y)| {
        ((low.0.min(*x), low.1.min(*y)), (high.0.max(*x), high.1.max(*y)))
    });
    Rect { x: low.0, y: low.1, w: high.0 - low.0, h: high.1 - low.1 }
}

fn holds(rect: Rect, (x, y): Point) -> bool {
    x > rect.x && x < rect.x + rect.w && y > rect.y && y < rect.y + rect.h
}

fn within(rect: Rect, bounds: Rect) -> bool {
    rect.x >= bounds.x
        && rect.y >= bounds.y
        && rect.x + rect.w <= bounds.x + bounds.w
        && rect.y + rect.h <= bounds.y + bounds.h
}

/// The distance of a point from a line segment.
fn distance([from, to]: [Point; 2], point: Point) -> f64 {
    let (x, y) = (to.0 - from.0, to.1 - from.1);
    let part = ((point.0 - from.0) * x + (point.1 - from.1) * y) / (x * x + y * y).max(1e-9);
    let (near_x, near_y) = between(from, to, part.clamp(0.0, 1.0));
    (point.0 - near_x).hypot(point.1 - near_y)
}

/// Whether a line segment intersects a rectangle (Liang–Barsky).
fn crosses([from, to]: [Point; 2], rect: Rect) -> bool {
    let (x, y) = (to.0 - from.0, to.1 - from.1);
    let sides =
        [(-x, from.0 - rect.x), (x, rect.x + rect.w - from.0), (-y, from.1 - rect.y), (y, rect.y + rect.h - from.1)];
    let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
    for (speed, room) in sides {
        if speed == 0.0 {
            if room < 0.0 {
                return false;
            }
        } else if speed < 0.0 {
            enters = enters.max(room / speed);
        } else {
            leaves = leaves.min(room / speed);
        }
    }
    enters <= leaves
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUNDS: Rect = Rect { x: 0.0, y: 0.0, w: 400.0, h: 400.0 };

    fn mark(x: f64, y: f64) -> Option<Rect> {
        Some(Rect { x: x - 20.0, y: y - 10.0, w: 40.0, h: 20.0 })
    }

    fn field(marks: &[Option<Rect>]) -> Field<'_> {
        Field { marks, others: &[], client: ((200.0, 200.0), 24.0), bounds: BOUNDS }
    }

    #[test]
    fn a_tie_bends_around_a_mark_and_around_the_client() {
        for marks in
            [[mark(50.0, 50.0), mark(350.0, 50.0), mark(200.0, 60.0)], [mark(50.0, 200.0), mark(350.0, 200.0), None]]
        {
            let curve = field(&marks).route(0, 1).unwrap();
            for t in 0..=200 {
                let (x, y) = curve.at(f64::from(t) / 200.0);
                assert!((x - 200.0).hypot(y - 200.0) > 24.0, "{x} {y}");
                let third = wider(mark(200.0, 60.0).unwrap(), 2.0);
                assert!(marks[2].is_none() || !crosses([(x, y), (x, y)], third), "{x} {y}");
            }
        }
    }

    #[test]
    fn without_a_mark_or_a_free_route_there_is_no_curve() {
        assert_eq!(field(&[mark(50.0, 50.0), None]).route(0, 1), None);
        let wall = Some(Rect { x: 190.0, y: -50.0, w: 20.0, h: 500.0 });
        assert_eq!(field(&[mark(50.0, 50.0), mark(350.0, 50.0), wall]).route(0, 1), None);
    }
}
