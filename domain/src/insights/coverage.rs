use crate::maps::WholeMap;
use crate::needs::Level;
use crate::supporters::{Support, Supporter};
use crate::vocabulary::{Availability, SupportType, words};
use crate::{SupporterId, support_types::SupportTypeEntry};
use std::collections::BTreeMap;

words! {
    /// What perceived availability makes of a need.
    pub enum CoverageState {
        /// It is needed and nobody could be asked.
        Gap = "gap", "Niemand", "Nobody";
        /// It is needed and one person could be asked.
        Fragile = "fragile", "Eén persoon", "One person";
        /// It is needed and two or more could be asked.
        Covered = "covered", "Meer mensen", "More people";
        /// The client said not to need it.
        NoNeed = "no-need", "Niet nodig", "Not needed";
        /// The client did not say whether it is needed.
        NotAnswered = "not-answered", "Niet beantwoord", "Not answered";
    }
}

/// Who could give one type of support, as the client perceives it. Each list is in order of id, and nobody is in two. Whoever belongs to the
/// past is in none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// Which type.
    pub support_type: SupportType,
    /// How much of it is needed; `None` is unanswered.
    pub need: Option<Level>,
    /// What availability makes of the need.
    pub state: CoverageState,
    /// Those with `received-now` or `could-ask`, whichever direction the support has at present.
    pub available: Vec<SupporterId>,
    /// Those the client would not ask for it.
    pub would_not_ask: Vec<SupporterId>,
    /// Those of whom it is unknown: the type is named without an availability, or no support at all was answered.
    pub unanswered: Vec<SupporterId>,
}

/// The coverage of each of these types, in their order.
///
/// The gap is need minus perceived availability (the buffering effect of *perceived* support: Cohen & Wills, 1985), so
/// `would-not-ask` and unanswered do not count as available, and what is received counts only by the client's word
/// that it is `received-now`. A need that is unanswered or 0 is no gap, whoever there is.
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

/// The state of a need when this many could be asked.
pub(super) fn state(need: Option<Level>, available: usize) -> CoverageState {
    match (need.map(i16::from), available) {
        (None, _) => CoverageState::NotAnswered,
        (Some(0), _) => CoverageState::NoNeed,
        (Some(_), 0) => CoverageState::Gap,
        (Some(_), 1) => CoverageState::Fragile,
        (Some(_), _) => CoverageState::Covered,
    }
}

/// Whether the client could count on this support: the one meaning of "available" in coverage and concentration.
pub(super) fn is_available(support: &Support) -> bool {
    support.availability.is_some_and(Availability::is_available)
}

/// On how many types of support of this supporter the client could count.
pub(super) fn available_types(supporter: &Supporter) -> usize {
    supporter.answers.supports.iter().flatten().filter(|support| is_available(support)).count()
}
