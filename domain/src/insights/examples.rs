//! Each rule on a map that triggers it, and on a similar map that does not.

use super::tests::{agree, asks, empty, id, need, place, support, tie, types};
use super::*;
use crate::SupporterId;
use crate::maps::WholeMap;
use crate::supporters::Answers;
use crate::vocabulary::{AgreementStatus, Availability, Closeness, Direction, Relationship};

const INNER: Option<Closeness> = Some(Closeness::Inner);

fn noticed(whole: &WholeMap) -> Vec<Observation> {
    observations(whole, &coverage(whole, &types()), &measures(whole))
}

fn of(whole: &WholeMap, rule: Rule) -> Vec<Vec<SupporterId>> {
    noticed(whole).into_iter().filter(|of| of.rule == rule).map(|of| of.supporters).collect()
}

#[test]
fn an_empty_map_has_no_observations_and_no_division_by_zero() {
    let whole = empty();
    assert_eq!(noticed(&whole), []);
    let found = measures(&whole);
    let undefined = [found.density, found.effective_size, found.reciprocity, found.multiplexity];
    assert_eq!(undefined, [None; 4]);
    assert_eq!((found.concentration, found.relationships.entropy, found.components), (None, None, 0));
}

#[test]
fn a_needed_type_without_supporters_is_reported_with_unanswered_ones() {
    let mut whole = empty();
    place(&mut whole, None, asks(INNER, &["practical"]));
    place(&mut whole, None, Answers { closeness: INNER, ..Answers::default() });
    need(&mut whole, "emotional", 3);
    need(&mut whole, "appraisal", 0);
    let gaps: Vec<_> = noticed(&whole).into_iter().filter(|of| of.rule == Rule::NobodyForType).collect();
    let [gap] = &gaps[..] else { panic!("{gaps:?}") };
    assert_eq!((gap.level, gap.unanswered.clone()), (Some(3), vec![id(1)]));
    assert_eq!(gap.support_type.as_ref().unwrap().code(), "emotional");
    assert_eq!(of(&whole, Rule::SupportUnanswered), [vec![id(1)]], "unknown, and not no");
}

#[test]
fn support_that_would_not_be_asked_covers_nothing() {
    let mut whole = empty();
    let given = support("emotional", Some(Direction::Received), Some(Availability::WouldNotAsk));
    place(&mut whole, None, Answers { closeness: INNER, supports: Some(vec![given]), ..Answers::default() });
    need(&mut whole, "emotional", 2);
    assert_eq!(of(&whole, Rule::NobodyForType).len(), 1);
    assert_eq!(of(&whole, Rule::InnerRingNeverAsked), [vec![id(0)]]);
    assert_eq!(measures(&whole).concentration, None);
}

#[test]
fn one_person_carries_most_from_half_on_and_never_two_at_once() {
    let mut whole = empty();
    place(&mut whole, None, asks(INNER, &["emotional", "practical"]));
    place(&mut whole, None, asks(INNER, &["practical"]));
    assert_eq!(of(&whole, Rule::OnePersonCarriesMost), [vec![id(0)]]);
    place(&mut whole, None, asks(INNER, &["emotional", "appraisal"]));
    assert!(of(&whole, Rule::OnePersonCarriesMost).is_empty(), "two carry as much");
}

#[test]
fn burden_and_tension_are_reported_from_their_thresholds() {
    let mut whole = empty();
    for (burden, tension) in [(2, 1), (3, 2), (4, 4)] {
        let mut answers = asks(INNER, &["emotional"]);
        (answers.burden, answers.tension) = (Some(burden.try_into().unwrap()), Some(tension.try_into().unwrap()));
        place(&mut whole, None, answers);
    }
    assert_eq!(of(&whole, Rule::HighBurden), [vec![id(1)], vec![id(2)]]);
    assert_eq!(of(&whole, Rule::TensionInInnerRing), [vec![id(1)], vec![id(2)]]);
    for supporter in &mut whole.supporters {
        supporter.answers.closeness = Some(Closeness::Middle);
    }
    assert!(of(&whole, Rule::TensionInInnerRing).is_empty());
}

#[test]
fn only_professionals_considers_available_supporters_with_known_relationships() {
    let mut whole = empty();
    place(&mut whole, Some(Relationship::Professional), asks(None, &["practical"]));
    place(&mut whole, Some(Relationship::Friend), asks(INNER, &[]));
    assert_eq!(of(&whole, Rule::OnlyProfessionals), [vec![id(0)]]);
    place(&mut whole, None, asks(None, &["emotional"]));
    assert!(of(&whole, Rule::OnlyProfessionals).is_empty(), "what they are is not known");
}

#[test]
fn one_way_support_is_reported_from_three_known_supporters() {
    let mut whole = empty();
    for _ in 0..3 {
        place(&mut whole, None, asks(INNER, &["emotional"]));
    }
    assert_eq!(of(&whole, Rule::NobodyGivesAndReceives).len(), 1);
    let mutual = vec![support("emotional", Some(Direction::Mutual), None)];
    whole.supporters[0].answers.supports = Some(mutual);
    assert!(of(&whole, Rule::NobodyGivesAndReceives).is_empty());
}

#[test]
fn two_groups_are_reported_and_an_isolate_is_not_a_group() {
    let mut whole = empty();
    for _ in 0..5 {
        place(&mut whole, None, asks(INNER, &["emotional"]));
    }
    tie(&mut whole, 0, 1);
    assert!(of(&whole, Rule::SeparateGroups).is_empty());
    tie(&mut whole, 2, 3);
    let found = noticed(&whole).into_iter().find(|of| of.rule == Rule::SeparateGroups).unwrap();
    assert_eq!(found.groups, [vec![id(0), id(1)], vec![id(2), id(3)]]);
}

#[test]
fn an_absence_has_gaps_groups_and_open_agreements() {
    let mut whole = empty();
    place(&mut whole, None, asks(INNER, &["emotional", "practical", "appraisal"]));
    place(&mut whole, None, asks(INNER, &["practical"]));
    place(&mut whole, None, asks(INNER, &[]));
    tie(&mut whole, 0, 1);
    tie(&mut whole, 0, 2);
    need(&mut whole, "emotional", 1);
    need(&mut whole, "practical", 2);
    for status in AgreementStatus::ALL {
        agree(&mut whole, 0, None, *status);
    }
    agree(&mut whole, 1, None, AgreementStatus::Planned);
    let found = absence(&whole, &types(), id(0)).unwrap();
    let states: Vec<_> = found.supports.iter().map(|of| (of.support_type.code(), of.after.code())).collect();
    assert_eq!(states, [("emotional", "gap"), ("practical", "fragile"), ("appraisal", "not-answered")]);
    assert_eq!(found.groups, [vec![id(1)], vec![id(2)]]);
    assert_eq!(found.agreements, [id(0), id(1), id(2)]);
    assert!(absence(&whole, &types(), id(9)).is_none());
}

#[test]
fn the_source_of_every_rule_is_named() {
    for rule in Rule::ALL {
        assert!(rule.source().contains('('), "{rule:?}");
    }
}

#[test]
fn a_past_person_covers_nothing_and_stays_on_the_map() {
    let mut whole = empty();
    place(&mut whole, Some(Relationship::Friend), asks(INNER, &["emotional", "practical", "appraisal"]));
    place(&mut whole, Some(Relationship::Professional), asks(None, &["practical"]));
    place(&mut whole, None, Answers { closeness: INNER, ..Answers::default() });
    whole.supporters[0].answers.burden = Some(4.try_into().unwrap());
    need(&mut whole, "emotional", 1);
    whole.persons[0].past = true;
    let found = coverage(&whole, &types());
    assert!(found.iter().all(|of| ![&of.available, &of.unanswered].iter().any(|ids| ids.contains(&id(0)))));
    assert_eq!(of(&whole, Rule::NobodyForType), [vec![]]);
    assert_eq!(of(&whole, Rule::OnlyProfessionals), [vec![id(1)]]);
    assert!(of(&whole, Rule::HighBurden).is_empty());
    assert_eq!(measures(&whole).concentration.unwrap().supporters, [id(1)]);
    assert_eq!(measures(&whole).supporters, 3);
}
