//! Supporters with a chosen angle are drawn at that angle.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use domain::maps::WholeMap;
use domain::supporters::Angle;
use domain::vocabulary::Closeness;
use picture::{Sheet, svg};
use roxmltree::{Document, Node};
use std::collections::HashMap;
use support::{Numbers, add, answers, empty, example, scene, support_types};
use uuid::Uuid;

fn angle(degrees: i16) -> Option<Angle> {
    Some(degrees.try_into().unwrap())
}

/// The angle in degrees and the rectangle of each mark around the centre, by supporter.
fn marks(whole: &WholeMap) -> HashMap<Uuid, (f64, [f64; 4])> {
    let svg = svg(&scene(whole, &support_types()), Sheet::Screen);
    let document = Document::parse(&svg).unwrap();
    let number = |node: Node<'_, '_>, name| node.attribute(name).unwrap().parse::<f64>().unwrap();
    let rings = document.descendants().find(|node| node.has_tag_name("circle")).unwrap();
    let (cx, cy) = (number(rings, "cx"), number(rings, "cy"));
    let mark = |node: Node<'_, '_>| {
        let rect = node.children().find(|child| child.has_tag_name("rect")).unwrap();
        let [x, y, w, h] = ["x", "y", "width", "height"].map(|name| number(rect, name));
        let (x, y) = (x - cx, y - cy);
        let degrees = (x + w / 2.0).atan2(-(y + h / 2.0)).to_degrees().rem_euclid(360.0);
        (node.attribute("data-supporter-id").unwrap().parse().unwrap(), (degrees, [x, y, x + w, y + h]))
    };
    document.descendants().filter(|node| node.attribute("role") == Some("listitem")).map(mark).collect()
}

/// The difference between two angles in degrees.
fn between(one: f64, other: f64) -> f64 {
    let apart = (one - other).rem_euclid(360.0);
    apart.min(360.0 - apart)
}

fn touching(marks: &HashMap<Uuid, (f64, [f64; 4])>) -> usize {
    let rects: Vec<_> = marks.values().map(|(_, rect)| rect).collect();
    let overlap = |a: &[f64; 4], b: &[f64; 4]| a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
    rects.iter().enumerate().map(|(at, one)| rects[at + 1..].iter().filter(|other| overlap(one, other)).count()).sum()
}

#[test]
fn a_chosen_angle_is_exact_in_every_ring() {
    for closeness in Closeness::ALL {
        for degrees in (0..360).step_by(7) {
            let mut whole = empty("dementie");
            add(&mut whole, 0, "Anna", answers(1, &[]));
            (whole.supporters[0].answers.closeness, whole.supporters[0].answers.angle) =
                (Some(*closeness), angle(degrees));
            let (found, _) = marks(&whole)[&whole.supporters[0].id.0];
            assert!(between(found, f64::from(degrees)) < 0.2, "{closeness:?} {degrees}: {found}");
        }
    }
}

#[test]
fn a_chosen_angle_takes_precedence_over_earlier_people() {
    let mut whole = example(25, 0);
    for at in [3, 11, 24] {
        let answers = &mut whole.supporters[at].answers;
        answers.closeness = Some(Closeness::ALL[at % 3]);
        answers.angle = angle(100);
        let marks = marks(&whole);
        assert!(between(marks[&whole.supporters[at].id.0].0, 100.0) < 0.2);
        assert_eq!(touching(&marks), 0);
        whole.supporters[at].answers.angle = None;
    }
}

#[test]
fn equal_chosen_angles_are_placed_side_by_side() {
    let mut whole = empty("dementie");
    for number in 0..6 {
        add(&mut whole, number, "Anna", answers(1, &[]));
        let answers = &mut whole.supporters[number as usize].answers;
        (answers.closeness, answers.angle) = (Some(Closeness::Outer), angle(250));
    }
    let marks = marks(&whole);
    assert_eq!(touching(&marks), 0);
    assert!(between(marks[&whole.supporters[0].id.0].0, 250.0) < 0.2, "the first of them has it");
    assert!(marks.values().all(|(found, _)| between(*found, 250.0) < 30.0), "{marks:?}");
}

#[test]
fn many_chosen_angles_do_not_overlap_and_most_are_exact() {
    let (mut all, mut kept) = (0, 0);
    for seed in 0..12 {
        for supporters in [8, 16, 25, 40, 60] {
            let mut whole = example(supporters, 0);
            let mut numbers = Numbers(seed);
            for supporter in whole.supporters.iter_mut().filter(|one| one.answers.closeness.is_some()) {
                supporter.answers.angle = if numbers.next(2) == 0 { angle(numbers.next(360) as i16) } else { None };
            }
            let marks = marks(&whole);
            assert_eq!(touching(&marks), 0, "{supporters} supporters, {seed}");
            for supporter in &whole.supporters {
                let Some(wanted) = supporter.answers.angle else { continue };
                all += 1;
                kept += usize::from(between(marks[&supporter.id.0].0, f64::from(i16::from(wanted))) < 1.0);
            }
        }
    }
    println!("{kept} of {all} angles kept");
    assert!(kept * 10 > all * 8, "{kept} of {all}");
}

#[test]
fn an_angle_moves_few_others() {
    let (mut moved, mut all) = (0, 0);
    for at in 0..20 {
        let before = example(20, 0);
        let mut after = before.clone();
        after.supporters[at].answers.angle = angle((at * 18) as i16);
        let own = before.supporters[at].id.0;
        let (before, after) = (marks(&before), marks(&after));
        let others = before.iter().filter(|(id, _)| **id != own);
        for (id, (degrees, _)) in others {
            all += 1;
            moved += usize::from(between(*degrees, after[id].0) > 0.1);
        }
    }
    println!("{moved} of {all} moved");
    assert!(moved * 10 < all, "{moved} of {all}");
}
