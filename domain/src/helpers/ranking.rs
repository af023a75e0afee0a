use super::reasons::reasons;
use super::{Candidate, Reason, ReasonCode};
use crate::persons::Person;
use crate::vocabulary::{Closeness, ContactFrequency, Direction, SupportType};
use crate::{MapId, SupporterId, TimeZone};
use chrono::{DateTime, Utc};

/// Somebody who could help, and why they stand where they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Helper {
    /// Of the maps they are on, the supporter whose answer counts.
    pub supporter: SupporterId,
    /// When that supporter last changed.
    pub answered_at: DateTime<Utc>,
    /// Every map they are on, whatever changed last first.
    pub maps: Vec<MapId>,
    /// Who it is, with how to reach them.
    pub person: Person,
    /// Why, in order of code; never empty.
    pub reasons: Vec<Reason>,
}

/// Who could help with this type of support, and who stands near without having been named for it.
///
/// The first list holds everybody named for the type, those the client would not ask included. The second holds everybody
/// whose support was not answered at all, and of the inner ring also those named for other things only: on a worst
/// day an empty answer helps nobody. Both are ordered by [`Key`], the lowest first.
#[must_use]
pub fn rank(
    everybody: &[Candidate],
    support_type: &SupportType,
    now: DateTime<Utc>,
    zone: TimeZone,
) -> (Vec<Helper>, Vec<Helper>) {
    let could_help = |somebody: &&Candidate| somebody.support(support_type).is_some() || is_near(somebody);
    let mut keyed: Vec<_> = everybody
        .iter()
        .filter(could_help)
        .filter_map(|somebody| {
            let answering = somebody.answering(support_type)?;
            let helper = Helper {
                supporter: answering.id,
                answered_at: answering.updated_at,
                maps: somebody.placed.iter().map(|supporter| supporter.map_id).collect(),
                person: somebody.person.clone(),
                reasons: reasons(somebody, support_type, (now, zone)),
            };
            Some((key(somebody, support_type, &helper), somebody.support(support_type).is_some(), helper))
        })
        .collect();
    keyed.sort_by(|(one, ..), (other, ..)| one.cmp(other));
    let (named, near): (Vec<_>, Vec<_>) = keyed.into_iter().partition(|(_, named, _)| *named);
    let helpers = |of: Vec<(Key, bool, Helper)>| of.into_iter().map(|(.., helper)| helper).collect();
    (helpers(named), helpers(near))
}

fn is_near(somebody: &Candidate) -> bool {
    somebody.answers.supports.is_none() || somebody.answers.closeness == Some(Closeness::Inner)
}

/// The ranking, all of it: compared field by field, in this order, the lower one first. Clear steps and no weights, so that
/// the place of everybody can be explained by the first field in which they differ.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    /// What the client said of asking: could ask (or receives it now), then unanswered, then would not ask; among those not
    /// named for the type, unanswered before named for other things.
    standing: u8,
    /// Whoever said no in the last [`super::DECLINED_RECENTLY_DAYS`] days comes after whoever did not.
    declined: bool,
    /// Whoever promised comes first.
    no_promise: bool,
    /// Whoever carries much, or with whom there is tension, comes after whoever does not, and stays in the list.
    strained: bool,
    /// Inner ring, middle, outer, unplaced.
    ring: u8,
    /// Who gives it now before who could be asked.
    not_received_now: bool,
    /// The more contact the earlier; unanswered after all that were.
    contact: usize,
    /// Mutual support before support one way: it is easier to ask where one also gives.
    not_mutual: bool,
    /// The earlier placed, so that the order is always the same.
    id: SupporterId,
}

fn key(somebody: &Candidate, support_type: &SupportType, helper: &Helper) -> Key {
    let has = |code| helper.reasons.iter().any(|reason| reason.code == code);
    let answers = &somebody.answers;
    let direction = somebody.support(support_type).and_then(|support| support.direction);
    let contact = |at| ContactFrequency::ALL.iter().position(|contact| *contact == at);
    Key {
        standing: standing(&helper.reasons),
        declined: has(ReasonCode::DeclinedRecently),
        no_promise: !has(ReasonCode::Accepted),
        strained: has(ReasonCode::HighBurden) || has(ReasonCode::Tension),
        ring: match answers.closeness {
            Some(Closeness::Inner) => 0,
            Some(Closeness::Middle) => 1,
            Some(Closeness::Outer) => 2,
            None => 3,
        },
        not_received_now: !has(ReasonCode::ReceivedNow),
        contact: answers.contact_frequency.and_then(contact).unwrap_or(ContactFrequency::ALL.len()),
        not_mutual: direction != Some(Direction::Mutual),
        id: helper.supporter,
    }
}

/// Exactly one of these codes is among the reasons.
fn standing(reasons: &[Reason]) -> u8 {
    let has = |code| reasons.iter().any(|reason| reason.code == code);
    if has(ReasonCode::ReceivedNow) || has(ReasonCode::CouldAsk) {
        0
    } else if has(ReasonCode::AvailabilityUnanswered) || has(ReasonCode::SupportUnanswered) {
        1
    } else {
        2
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insights::tests::{agree, asks, empty, id, place, support, whole};
    use crate::maps::WholeMap;
    use crate::supporters::{Answers, Intensity};
    use crate::vocabulary::{AgreementStatus, Availability, BuiltInSupport};
    use chrono::TimeDelta;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    const INNER: Option<Closeness> = Some(Closeness::Inner);
    const OUTER: Option<Closeness> = Some(Closeness::Outer);

    fn emotional() -> SupportType {
        BuiltInSupport::Emotional.into()
    }

    fn can(closeness: Option<Closeness>, availability: Option<Availability>) -> Answers {
        Answers { closeness, supports: Some(vec![support("emotional", None, availability)]), ..Answers::default() }
    }

    fn ranked(whole: &WholeMap, now: DateTime<Utc>) -> (Vec<Helper>, Vec<Helper>) {
        rank(&Candidate::all(vec![whole.clone()]), &emotional(), now, TimeZone::AMSTERDAM)
    }

    fn order(whole: &WholeMap) -> (Vec<SupporterId>, Vec<SupporterId>) {
        let ids = |helpers: Vec<Helper>| helpers.into_iter().map(|helper| helper.supporter).collect();
        let (named, near) = ranked(whole, whole.map.updated_at);
        (ids(named), ids(near))
    }

    #[test]
    fn who_would_not_be_asked_comes_last_and_who_is_unknown_before_them() {
        let mut whole = empty();
        place(&mut whole, None, can(INNER, Some(Availability::WouldNotAsk)));
        place(&mut whole, None, can(INNER, None));
        place(&mut whole, None, can(OUTER, Some(Availability::CouldAsk)));
        place(&mut whole, None, Answers { closeness: OUTER, ..Answers::default() });
        place(&mut whole, None, asks(INNER, &["practical"]));
        place(&mut whole, None, asks(OUTER, &["practical"]));
        assert_eq!(order(&whole), (vec![id(2), id(1), id(0)], vec![id(3), id(4)]));
    }

    #[test]
    fn a_promise_comes_first_and_a_no_of_late_comes_after() {
        let mut whole = empty();
        for _ in 0..3 {
            place(&mut whole, None, can(INNER, Some(Availability::CouldAsk)));
        }
        agree(&mut whole, 0, Some("emotional"), AgreementStatus::Declined);
        agree(&mut whole, 2, None, AgreementStatus::Accepted);
        agree(&mut whole, 1, Some("practical"), AgreementStatus::Declined);
        assert_eq!(order(&whole).0, [id(2), id(1), id(0)]);
        let later = whole.map.updated_at + TimeDelta::days(31);
        let (named, _) = ranked(&whole, later);
        assert_eq!(named.iter().map(|helper| helper.supporter).collect::<Vec<_>>(), [id(2), id(0), id(1)]);
    }

    #[test]
    fn tension_and_burden_move_somebody_back_and_are_named() {
        let mut whole = empty();
        let grade = |grade: i16| Intensity::try_from(grade).ok();
        let could = || can(INNER, Some(Availability::CouldAsk));
        place(&mut whole, None, Answers { tension: grade(2), ..could() });
        place(&mut whole, None, Answers { burden: grade(3), ..could() });
        place(&mut whole, None, Answers { closeness: OUTER, burden: grade(1), ..could() });
        let (named, _) = ranked(&whole, whole.map.updated_at);
        let codes = |at: usize| named[at].reasons.iter().map(|reason| reason.code).collect::<Vec<_>>();
        assert_eq!(named.iter().map(|helper| helper.supporter).collect::<Vec<_>>(), [id(2), id(0), id(1)]);
        assert_eq!(codes(0), [ReasonCode::CouldAsk, ReasonCode::Closeness, ReasonCode::LowBurden]);
        assert_eq!(codes(1), [ReasonCode::CouldAsk, ReasonCode::Closeness, ReasonCode::Tension]);
        assert_eq!(codes(2), [ReasonCode::CouldAsk, ReasonCode::Closeness, ReasonCode::HighBurden]);
    }

    proptest! {
        /// Whatever the order in which the map is read, the same people come in the same order, each once, and nobody who
        /// could be asked stands after somebody who would not.
        #[test]
        fn the_order_is_the_same_however_the_map_is_read(mut whole in whole(), turn in 0_usize..12) {
            let first = order(&whole);
            let n = whole.supporters.len();
            if n > 0 {
                whole.supporters.rotate_left(turn % n);
                whole.persons.reverse();
            }
            prop_assert_eq!(&order(&whole), &first);
            let all: Vec<_> = first.0.iter().chain(&first.1).collect();
            prop_assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
            let (named, near) = ranked(&whole, whole.map.updated_at);
            let standings: Vec<_> = named.iter().map(|helper| standing(&helper.reasons)).collect();
            prop_assert!(standings.is_sorted(), "{:?}", standings);
            let everybody = Candidate::all(vec![whole]);
            let named_for_it = everybody.iter().filter(|of| of.support(&emotional()).is_some()).count();
            prop_assert_eq!(named.len(), named_for_it);
            prop_assert!(near.iter().all(|helper| matches!(helper.reasons[0].code, ReasonCode::SupportUnanswered | ReasonCode::NotNamedForThis)));
        }
    }
}
