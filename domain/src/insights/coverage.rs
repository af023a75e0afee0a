use crate::maps::WholeMap;
use crate::needs::Level;
use crate::supporters::{Support, Supporter};
use crate::vocabulary::{Availability, SupportType, words};
use crate::{SupporterId, support_types::SupportTypeEntry};
use std::collections::BTreeMap;

words! {
    /// The coverage of a need by perceived availability.
    pub enum CoverageState {
        /// Needed, and nobody is available.
        Gap = "gap", "Niemand", "Nobody";
        /// Needed, and one supporter is available.
        Fragile = "fragile", "Eén persoon", "One person";
        /// Needed, and two or more supporters are available.
        Covered = "covered", "Meer mensen", "More people";
        /// The client answered that it is not needed.
        NoNeed = "no-need", "Niet nodig", "Not needed";
        /// The client did not answer whether it is needed.
        NotAnswered = "not-answered", "Niet beantwoord", "Not answered";
    }
}

/// The supporters for one type of support, as the client perceives it.
///
/// Each list is ordered by id; nobody is in two lists. Persons who belong to the past are in none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// The type of support.
    pub support_type: SupportType,
    /// The need for it; `None` is unanswered.
    pub need: Option<Level>,
    /// The coverage of the need.
    pub state: CoverageState,
    /// Supporters with `received-now` or `could-ask`, regardless of the current direction.
    pub available: Vec<SupporterId>,
    /// Supporters the client would not ask.
    pub would_not_ask: Vec<SupporterId>,
    /// Supporters whose availability is unknown: the type is named without it, or support is unanswered.
    pub unanswered: Vec<SupporterId>,
}

/// Computes the coverage of each of these types, in their order.
///
/// The gap is need minus perceived availability (the buffering effect of *perceived* support: Cohen & Wills, 1985),
/// so `would-not-ask` and unanswered do not count as available, and received support counts only if the client marks
/// it `received-now`. A need that is unanswered or 0 is never a gap.
#[must_use]
pub fn coverage(whole: &WholeMap, types: &[SupportTypeEntry]) -> Vec<Coverage> {
    let needs: BTreeMap<_, _> = whole.needs.iter().map(|need| (&need.support_type, need.level)).collect();
    types.iter().map(|entry| of_type(whole, &entry.code, needs.get(&entry.code).copied())).collect()
}

fn of_type(whole: &WholeMap, support_type: &SupportType, need: Option<Level>) -> Coverage {
    let (mut available, mut would_not_ask, mut unanswered) = (Vec::new(), Vec::new(), Vec::new());
    for supporter in whole.present() {
        let Some(supports) = &supporter.answers.supports else {
            unanswered.push(supporter.id);
            continue;
        };
        match supports.iter().find(|support| support.support_type == *support_type).map(|found| found.availability) {
            Some(Some(Availability::ReceivedNow | Availability::CouldAsk)) => available.push(supporter.id),
            Some(Some(Availability::WouldNotAsk)) => would_not_ask.push(supporter.id),
            Some(None) => unanswered.push(supporter.id),
            None => {}
        }
    }
    let state = state(need, available.len());
    Coverage { support_type: support_type.clone(), need, state, available, would_not_ask, unanswered }
}

/// The coverage of a need with this many available supporters.
pub(super) fn state(need: Option<Level>, available: usize) -> CoverageState {
    match (need.map(i16::from), available) {
        (None, _) => CoverageState::NotAnswered,
        (Some(0), _) => CoverageState::NoNeed,
        (Some(_), 0) => CoverageState::Gap,
        (Some(_), 1) => CoverageState::Fragile,
        (Some(_), _) => CoverageState::Covered,
    }
}

/// Whether the supporter is available for this support.
///
/// The single definition for coverage and concentration.
pub(super) fn is_available(support: &Support) -> bool {
    support.availability.is_some_and(Availability::is_available)
}

/// The number of support types for which this supporter is available.
pub(super) fn available_types(supporter: &Supporter) -> usize {
    supporter.answers.supports.iter().flatten().filter(|support| is_available(support)).count()
}
