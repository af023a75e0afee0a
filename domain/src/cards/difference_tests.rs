use super::super::samples::{content, empty, id, place, tie, whole};
use super::*;
use crate::maps::WholeMap;
use crate::needs::Need;
use crate::vocabulary::BuiltInSupport;
use proptest::prelude::*;

fn of(from: &WholeMap, to: &WholeMap) -> (Vec<Change>, Turnover) {
    differences(&content(from.clone()), &content(to.clone()))
}

fn person(number: u128) -> PersonId {
    id(100 + number)
}

fn at(closeness: Option<Closeness>) -> Answers {
    Answers { closeness, ..Answers::default() }
}

fn gives(availability: Availability) -> Answers {
    let support = Support {
        support_type: BuiltInSupport::Practical.into(),
        direction: Some(Direction::Received),
        availability: Some(availability),
    };
    Answers { supports: Some(vec![support]), ..Answers::default() }
}

/// The inverse of a change.
fn back(change: Change) -> Change {
    use Change::*;
    match change {
        SupporterAdded { person } => SupporterGone { person },
        SupporterGone { person } => SupporterAdded { person },
        MovedInward { person, from, to } => MovedOutward { person, from: to, to: from },
        MovedOutward { person, from, to } => MovedInward { person, from: to, to: from },
        Placed { person, to } => Unplaced { person, from: to },
        Unplaced { person, from } => Placed { person, to: from },
        SupportGained { person, support } => SupportLost { person, support },
        SupportLost { person, support } => SupportGained { person, support },
        AvailabilityChanged { person, support_type, from, to } => {
            AvailabilityChanged { person, support_type, from: to, to: from }
        }
        DirectionChanged { person, support_type, from, to } => {
            DirectionChanged { person, support_type, from: to, to: from }
        }
        ContactChanged { person, from, to } => ContactChanged { person, from: to, to: from },
        TensionChanged { person, from, to } => TensionChanged { person, from: to, to: from },
        BurdenChanged { person, from, to } => BurdenChanged { person, from: to, to: from },
        TieGained { persons } => TieLost { persons },
        TieLost { persons } => TieGained { persons },
        NeedChanged { support_type, from, to } => NeedChanged { support_type, from: to, to: from },
        TypeUncovered { support_type } => TypeCovered { support_type },
        TypeCovered { support_type } => TypeUncovered { support_type },
    }
}

proptest! {
    #[test]
    fn a_card_does_not_differ_from_itself(whole in whole(5)) {
        let (changes, turnover) = of(&whole, &whole);
        prop_assert_eq!(changes, vec![]);
        prop_assert_eq!((turnover.kept, turnover.added, turnover.lost), (whole.supporters.len(), 0, 0));
        prop_assert!(turnover.proportion().is_none_or(|share| share == 0.0));
    }

    #[test]
    fn reversed_differences_are_inverse(one in whole(5), other in whole(6)) {
        let (there, turnover) = of(&one, &other);
        let (again, mirrored) = of(&other, &one);
        let mut opposite: Vec<_> = again.into_iter().map(back).collect();
        opposite.sort();
        prop_assert_eq!(there, opposite);
        prop_assert_eq!((turnover.added, turnover.lost), (mirrored.lost, mirrored.added));
        prop_assert_eq!(turnover.proportion(), mirrored.proportion());
    }

    /// Counts the turnover in another way: every supporter counts exactly once.
    #[test]
    fn the_turnover_counts_each_supporter_once(one in whole(5), other in whole(6)) {
        let (changes, turnover) = of(&one, &other);
        let added = changes.iter().filter(|change| matches!(change, Change::SupporterAdded { .. })).count();
        let gone = changes.iter().filter(|change| matches!(change, Change::SupporterGone { .. })).count();
        prop_assert_eq!((turnover.added, turnover.lost), (added, gone));
        prop_assert_eq!(turnover.kept + turnover.lost, one.supporters.len());
        prop_assert_eq!(turnover.kept + turnover.added, other.supporters.len());
        let everybody = (1..=6).filter(|number| {
            let on = |whole: &WholeMap| whole.supporters.iter().any(|it| it.person_id == person(*number));
            on(&one) || on(&other)
        });
        let expected = everybody.count();
        prop_assert_eq!(turnover.proportion(), (expected > 0).then(|| (added + gone) as f64 / expected as f64));
    }

    /// With the later answers applied, nothing about a person on both cards differs.
    #[test]
    fn nothing_else_about_a_person_changed(one in whole(5), other in whole(6)) {
        let mut done = one.clone();
        for supporter in &mut done.supporters {
            if let Some(later) = other.supporters.iter().find(|later| later.person_id == supporter.person_id) {
                supporter.answers = later.answers.clone();
            }
        }
        for change in of(&done, &other).0 {
            use Change::*;
            let left = matches!(
                change,
                SupporterAdded { .. } | SupporterGone { .. } | TieGained { .. } | TieLost { .. } | NeedChanged { .. }
                    | TypeUncovered { .. } | TypeCovered { .. }
            );
            prop_assert!(left, "{:?}", change);
        }
    }
}

#[test]
fn moves_between_rings_are_reported() {
    use Closeness::{Inner, Middle, Outer};
    let (mut from, mut to) = (empty(5), empty(6));
    let moves = [
        (Some(Middle), Some(Inner)),
        (Some(Inner), Some(Outer)),
        (None, Some(Outer)),
        (Some(Outer), None),
        (Some(Inner), Some(Inner)),
    ];
    for (number, (before, after)) in (1..).zip(moves) {
        place(&mut from, number, at(before));
        place(&mut to, number, at(after));
    }
    let expected = vec![
        Change::MovedInward { person: person(1), from: Middle, to: Inner },
        Change::MovedOutward { person: person(2), from: Inner, to: Outer },
        Change::Placed { person: person(3), to: Outer },
        Change::Unplaced { person: person(4), from: Outer },
    ];
    assert_eq!(of(&from, &to).0, expected);
}

#[test]
fn a_needed_type_is_uncovered_when_its_last_available_supporter_is_removed() {
    let support_type = SupportType::from(BuiltInSupport::Practical);
    let need = |level: i16| vec![Need { support_type: support_type.clone(), level: level.try_into().unwrap() }];
    let (mut from, mut to) = (empty(5), empty(6));
    place(&mut from, 1, gives(Availability::CouldAsk));
    place(&mut from, 2, gives(Availability::WouldNotAsk));
    place(&mut to, 2, gives(Availability::WouldNotAsk));
    let gone = Change::SupporterGone { person: person(1) };
    let uncovered = Change::TypeUncovered { support_type: support_type.clone() };

    assert_eq!(of(&from, &to).0, vec![gone.clone()], "nobody asked for it");
    for level in [0, 2] {
        (from.needs, to.needs) = (need(level), need(level));
        let expected = if level == 0 { vec![gone.clone()] } else { vec![gone.clone(), uncovered.clone()] };
        assert_eq!(of(&from, &to).0, expected, "at level {level}");
    }
    // Another supporter who could be asked keeps the type covered.
    place(&mut to, 3, gives(Availability::ReceivedNow));
    assert!(!of(&from, &to).0.contains(&uncovered));
}

#[test]
fn supports_answers_and_ties_are_compared_for_persons_on_both_cards() {
    let (mut from, mut to) = (empty(5), empty(6));
    let old = [1, 2].map(|number| place(&mut from, number, gives(Availability::CouldAsk)));
    let new = [1, 2, 3].map(|number| place(&mut to, number, gives(Availability::CouldAsk)));
    to.supporters[0].answers = gives(Availability::WouldNotAsk);
    to.supporters[0].answers.tension = Some(3.try_into().unwrap());
    to.supporters[1].answers.supports = Some(Vec::new());
    tie(&mut to, new[0], new[1]);
    tie(&mut to, new[0], new[2]);
    let practical = || SupportType::from(BuiltInSupport::Practical);
    let (received, could) = (Some(Direction::Received), Some(Availability::CouldAsk));
    let lost = Support { support_type: practical(), direction: received, availability: could };
    let expected = vec![
        Change::SupporterAdded { person: person(3) },
        Change::SupportLost { person: person(2), support: lost },
        Change::AvailabilityChanged {
            person: person(1),
            support_type: practical(),
            from: could,
            to: Some(Availability::WouldNotAsk),
        },
        Change::TensionChanged { person: person(1), from: None, to: Some(3.try_into().unwrap()) },
        Change::TieGained { persons: [person(1), person(2)] },
    ];
    assert_eq!(of(&from, &to).0, expected);
    tie(&mut from, old[0], old[1]);
    assert!(!of(&from, &to).0.iter().any(|change| matches!(change, Change::TieGained { .. } | Change::TieLost { .. })));
}

#[test]
fn the_turnover_of_empty_cards_is_zero() {
    assert_eq!(of(&empty(5), &empty(6)).1.proportion(), None);
}
