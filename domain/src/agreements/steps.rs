use crate::vocabulary::AgreementStatus;
use crate::{Conflict, Error, Result};

/// The statuses that can follow this one.
///
/// `planned → asked → accepted | declined`, and `accepted → done → thanked`. Each step can be reverted, since people
/// press the wrong button and supporters change their minds; `declined` can also return to `planned`.
#[must_use]
pub fn next_steps(from: AgreementStatus) -> &'static [AgreementStatus] {
    use AgreementStatus::*;
    match from {
        Planned => &[Asked],
        Asked => &[Planned, Accepted, Declined],
        Accepted => &[Asked, Done],
        Declined => &[Asked, Planned],
        Done => &[Accepted, Thanked],
        Thanked => &[Done],
    }
}

/// Checks a change of status; keeping the same status is always allowed.
///
/// # Errors
/// [`Conflict::AgreementStep`] if `to` cannot follow `from`.
pub fn step(from: AgreementStatus, to: AgreementStatus) -> Result<AgreementStatus> {
    if from == to || next_steps(from).contains(&to) { Ok(to) } else { Err(Error::Conflict(Conflict::AgreementStep)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use AgreementStatus::*;
    use proptest::prelude::*;

    #[test]
    fn an_agreement_goes_from_planned_to_thanked_step_by_step() {
        for pair in [Planned, Asked, Accepted, Done, Thanked].windows(2) {
            assert!(step(pair[0], pair[1]).is_ok(), "{pair:?}");
        }
    }

    #[test]
    fn a_declined_agreement_can_be_asked_again_but_not_done() {
        assert!(step(Declined, Asked).is_ok());
        assert!(step(Declined, Planned).is_ok());
        for to in [Accepted, Done, Thanked] {
            assert!(matches!(step(Declined, to), Err(Error::Conflict(Conflict::AgreementStep))));
        }
    }

    fn status() -> impl Strategy<Value = AgreementStatus> {
        proptest::sample::select(AgreementStatus::ALL)
    }

    proptest! {
        #[test]
        fn staying_is_allowed_and_every_step_can_be_taken_back(from in status(), to in status()) {
            prop_assert!(step(from, from).is_ok());
            let planned_again = (from, to) == (Declined, Planned);
            prop_assert!(step(from, to).is_err() || step(to, from).is_ok() || planned_again);
        }

        /// Saving a whole map can skip intermediate statuses.
        #[test]
        fn every_status_can_be_reached_from_every_other(from in status(), to in status()) {
            let mut reached = vec![from];
            for at in 0..AgreementStatus::ALL.len() {
                let next = reached.get(at).map_or(&[][..], |at| next_steps(*at));
                reached.extend(next.iter().filter(|next| !reached.contains(next)).copied().collect::<Vec<_>>());
            }
            prop_assert!(reached.contains(&to));
        }

        /// Invariants over any sequence of steps.
        ///
        /// `thanked` only after `done`, `done` only after `accepted`, `accepted` and `declined` only after `asked`.
        #[test]
        fn no_sequence_skips_a_step(moves in proptest::collection::vec(status(), 0..60)) {
            let (mut at, mut passed) = (Planned, vec![Planned]);
            for to in moves {
                if let Ok(reached) = step(at, to) {
                    at = reached;
                    passed.push(at);
                }
            }
            let needs = [(Accepted, Asked), (Declined, Asked), (Done, Accepted), (Thanked, Done)];
            for (status, before) in needs {
                let first = |wanted| passed.iter().position(|status| *status == wanted);
                prop_assert!(first(status).is_none_or(|at| first(before).is_some_and(|before| before < at)));
            }
        }
    }
}
