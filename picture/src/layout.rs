//! Where on the rings everybody stands.
//!
//! Everyone has a place of their own, from what does not change: the angle from the life domain and the person's id, the
//! radius in the middle of the ring. People take their places in the order in which they came into the client's life here
//! (person ids are ordered by time) and go to the nearest free spot if theirs is taken. So somebody new, who comes last,
//! moves nobody; somebody who goes moves only those who had made room; and the same map is always the same picture.

use crate::canvas::Rect;
use domain::PersonId;
use domain::persons::Profile;
use domain::vocabulary::{Closeness, LifeDomain, Relationship};
use std::f64::consts::TAU;
use std::sync::LazyLock;

/// The outer radius of the three rings, from the inside out.
pub(crate) const RADII: [f64; 3] = [130.0, 212.0, 290.0];
/// The radius of the client's mark.
pub(crate) const ME: f64 = 24.0;
/// The height kept free at the top of each ring for its label.
pub(crate) const RING_LABEL: f64 = 15.0;

/// Steps around a ring.
const STEPS: usize = 144;
/// From the middle of a ring, the radii tried.
const OFFSETS: [f64; 7] = [0.0, 12.0, -12.0, 22.0, -22.0, 30.0, -30.0];

static CIRCLE: LazyLock<Vec<(f64, f64)>> = LazyLock::new(|| {
    (0..STEPS).map(|step| (TAU * step as f64 / STEPS as f64).sin_cos()).map(|(sin, cos)| (sin, -cos)).collect()
});

/// Somebody to be placed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Item {
    pub(crate) ring: usize,
    /// Clockwise from the top, as a part of the circle.
    pub(crate) turn: f64,
    pub(crate) w: f64,
    pub(crate) h: f64,
}

/// Where everybody stands, in the order given, with the client in the middle at (0, 0).
#[derive(Debug)]
pub(crate) struct Layout {
    pub(crate) places: Vec<Rect>,
    /// Whether everyone found a free spot.
    pub(crate) free: bool,
}

/// The number of the ring.
pub(crate) fn ring(closeness: Closeness) -> usize {
    match closeness {
        Closeness::Inner => 0,
        Closeness::Middle => 1,
        Closeness::Outer => 2,
    }
}

/// Where a life domain begins and how much of the circle it has.
fn sector(domain: LifeDomain) -> (f64, f64) {
    let (from, degrees) = match domain {
        LifeDomain::Household => (-35.0, 70.0),
        LifeDomain::Family => (35.0, 75.0),
        LifeDomain::Friends => (110.0, 65.0),
        LifeDomain::Leisure => (175.0, 25.0),
        LifeDomain::Online => (200.0, 10.0),
        LifeDomain::Faith => (210.0, 15.0),
        LifeDomain::Neighbourhood => (225.0, 30.0),
        LifeDomain::Education => (255.0, 10.0),
        LifeDomain::Work => (265.0, 25.0),
        LifeDomain::Care => (290.0, 30.0),
        LifeDomain::Other => (320.0, 5.0),
    };
    (from / 360.0, degrees / 360.0)
}

/// The life domain somebody of this relationship is mostly met in.
fn usual(relationship: Relationship) -> LifeDomain {
    match relationship {
        Relationship::Partner | Relationship::Child => LifeDomain::Household,
        Relationship::Parent | Relationship::Sibling | Relationship::OtherFamily => LifeDomain::Family,
        Relationship::Friend => LifeDomain::Friends,
        Relationship::Neighbour => LifeDomain::Neighbourhood,
        Relationship::Colleague => LifeDomain::Work,
        Relationship::FellowStudent => LifeDomain::Education,
        Relationship::Acquaintance => LifeDomain::Leisure,
        Relationship::Volunteer | Relationship::Professional | Relationship::Organisation => LifeDomain::Care,
        Relationship::Peer => LifeDomain::Online,
        Relationship::Other => LifeDomain::Other,
    }
}

/// The person's own angle, as a part of the circle.
pub(crate) fn turn(person: PersonId, profile: Option<&Profile>) -> f64 {
    let domain = profile.and_then(|profile| profile.life_domain.or_else(|| profile.relationship.map(usual)));
    let (from, part) = domain.map_or((0.0, 1.0), sector);
    from + part * spread(person)
}

/// From 0 to 1, from the id alone (the finaliser of SplitMix64).
fn spread(person: PersonId) -> f64 {
    let (high, low) = person.0.as_u64_pair();
    let mut mixed = high ^ low.rotate_left(32);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^= mixed >> 31;
    (mixed >> 11) as f64 / (1_u64 << 53) as f64
}

/// How far a spot may be: room to others, whether it must lie within the ring whole, and how far around.
const TRIES: [(f64, bool, usize); 4] =
    [(14.0, true, STEPS / 10), (5.0, true, STEPS / 5), (3.0, true, STEPS / 2), (2.0, false, STEPS / 2)];

/// Places everybody, in the order given; `kept` stays free.
pub(crate) fn place(items: &[Item], kept: &[Rect]) -> Layout {
    let mut taken = Taken::new();
    for rect in kept {
        taken.add(*rect);
    }
    let mut free = true;
    let places = items
        .iter()
        .map(|item| {
            let found = TRIES.iter().find_map(|(gap, whole, around)| spot(item, &taken, *gap, *whole, *around));
            free &= found.is_some();
            let place = found.unwrap_or_else(|| at(item, preferred(item), 0.0));
            taken.add(place);
            place
        })
        .collect();
    Layout { places, free }
}

fn preferred(item: &Item) -> usize {
    (item.turn.rem_euclid(1.0) * STEPS as f64) as usize % STEPS
}

fn at(item: &Item, step: usize, offset: f64) -> Rect {
    let (sin, cos) = CIRCLE[step];
    let radius = middle(item.ring) + offset;
    Rect { x: sin * radius - item.w / 2.0, y: cos * radius - item.h / 2.0, w: item.w, h: item.h }
}

fn inner(ring: usize) -> f64 {
    if ring == 0 { ME + 4.0 } else { RADII[ring - 1] }
}

fn middle(ring: usize) -> f64 {
    // A little outward of the middle: the top of a ring holds its label, and there is more room outside.
    if ring == 0 { 84.0 } else { f64::midpoint(inner(ring), RADII[ring]) }
}

/// The nearest spot that is free, by angle first.
fn spot(item: &Item, taken: &Taken, gap: f64, whole: bool, around: usize) -> Option<Rect> {
    let start = preferred(item);
    for turn in 0..=around {
        for step in [(start + turn) % STEPS, (start + STEPS - turn) % STEPS] {
            for offset in OFFSETS {
                let rect = at(item, step, offset);
                if fits(item.ring, rect, whole) && !taken.touches(rect, gap) {
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

/// Whether it lies within its ring: whole, or with its middle and not outside of the last.
fn fits(ring: usize, rect: Rect, whole: bool) -> bool {
    let (far_x, far_y) = (rect.x.abs().max((rect.x + rect.w).abs()), rect.y.abs().max((rect.y + rect.h).abs()));
    let far = far_x.hypot(far_y);
    if whole {
        let near_x = rect.x.max(-(rect.x + rect.w)).max(0.0);
        let near_y = rect.y.max(-(rect.y + rect.h)).max(0.0);
        far <= RADII[ring] - 2.0 && near_x.hypot(near_y) >= inner(ring) + 1.0
    } else {
        let centre = (rect.x + rect.w / 2.0).hypot(rect.y + rect.h / 2.0);
        far <= RADII[2] && centre > inner(ring) && centre < RADII[ring]
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

/// Whether two rectangles have a spot in common.
pub(crate) fn overlap(one: Rect, other: Rect) -> bool {
    one.x < other.x + other.w && other.x < one.x + one.w && one.y < other.y + other.h && other.y < one.y + one.h
}
