use super::reasons::reasons;
use super::{Candidate, Reason, ReasonCode};
use crate::persons::Person;
use crate::vocabulary::{Closeness, ContactFrequency, Direction, SupportType};
use crate::{MapId, SupporterId, TimeZone};
use chrono::{DateTime, Utc};

/// A person who could help, with the reasons for their rank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Helper {
    /// The supporter whose answer counts, of all maps the person is on.
    pub supporter: SupporterId,
    /// When that supporter last changed.
    pub answered_at: DateTime<Utc>,
    /// Every map the person is on, latest change first.
    pub maps: Vec<MapId>,
    /// The person, with contact details.
    pub person: Person,
    /// The reasons for the rank, ordered by code; never empty.
    pub reasons: Vec<Reason>,
}

/// Ranks the persons who could help with this type of support.
///
/// The first list has everyone named for the type, including those the client would not ask. The second has everyone
/// whose support is unanswered, and those in the inner ring who are named for other types only, since an empty result
/// is no help in a crisis. Both are ordered by `Key`, lowest first.
#[must_use]
pub fn rank(
    candidates: &[Candidate],
    support_type: &SupportType,
    now: DateTime<Utc>,
    zone: TimeZone,
) -> (Vec<Helper>, Vec<Helper>) {
    let could_help = |candidate: &&Candidate| candidate.support(support_type).is_some() || is_near(candidate);
    let mut keyed: Vec<_> = candidates
        .iter()
        .filter(could_help)
        .filter_map(|candidate| {
            let answering = candidate.answering(support_type)?;
            let helper = Helper {
                supporter: answering.id,
                answered_at: answering.updated_at,
                maps: candidate.placed.iter().map(|supporter| supporter.map_id).collect(),
                person: candidate.person.clone(),
                reasons: reasons(candidate, support_type, (now, zone)),
            };
            Some((key(candidate, support_type, &helper), candidate.support(support_type).is_some(), helper))
        })
        .collect();
    keyed.sort_by(|(one, ..), (other, ..)| one.cmp(other));
    let (named, near): (Vec<_>, Vec<_>) = keyed.into_iter().partition(|(_, named, _)| *named);
    let helpers = |of: Vec<(Key, bool, Helper)>| of.into_iter().map(|(.., helper)| helper).collect();
    (helpers(named), helpers(near))
}

fn is_near(candidate: &Candidate) -> bool {
    candidate.answers.supports.is_none() || candidate.answers.closeness == Some(Closeness::Inner)
}

/// The sort key of the ranking: fields are compared in order, lower first.
///
/// Lexicographic steps instead of weights, so that the first differing field explains the order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    /// The client's answer: could ask (or receives it now), unanswered, would not ask.
    ///
    /// For persons not named for the type: unanswered, then named for other types.
    standing: u8,
    /// Declined in the last [`super::DECLINED_RECENTLY_DAYS`] days; ranks lower.
    declined: bool,
    /// Has not accepted; those who have accepted rank higher.
    no_promise: bool,
    /// High burden or tension; ranks lower but stays in the list.
    strained: bool,
    /// Inner, middle, outer, unplaced.
    ring: u8,
    /// Could be asked; those who give it now rank higher.
    not_received_now: bool,
    /// More frequent contact first; unanswered last.
    contact: usize,
    /// One-way support; mutual support ranks higher, since asking is easier where one also gives.
    not_mutual: bool,
    /// The older supporter first, for a deterministic order.
    id: SupporterId,
}

fn key(candidate: &Candidate, support_type: &SupportType, helper: &Helper) -> Key {
    let has = |code| helper.reasons.iter().any(|reason| reason.code == code);
    let answers = &candidate.answers;
    let direction = candidate.support(support_type).and_then(|support| support.direction);
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

/// The reasons contain exactly one of these codes.
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
    fn would_not_ask_ranks_last_and_unanswered_before_it() {
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
    fn an_accepted_agreement_ranks_first_and_a_recent_decline_last() {
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
    fn tension_and_burden_lower_the_rank_and_are_reasons() {
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
        /// The ranking does not depend on the order in which the map is read.
        ///
        /// Each person occurs once, and those who could be asked rank above those who would not be asked.
        #[test]
        fn the_ranking_does_not_depend_on_the_order_of_the_map(mut whole in whole(), turn in 0_usize..12) {
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
            let candidates = Candidate::all(vec![whole]);
            let named_for_it = candidates.iter().filter(|of| of.support(&emotional()).is_some()).count();
            prop_assert_eq!(named.len(), named_for_it);
            prop_assert!(near.iter().all(|helper| matches!(helper.reasons[0].code, ReasonCode::SupportUnanswered | ReasonCode::NotNamedForThis)));
        }
    }
}
