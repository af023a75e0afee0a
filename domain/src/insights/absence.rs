use super::coverage::state;
use super::{CoverageState, coverage, groups};
use crate::maps::WholeMap;
use crate::needs::Level;
use crate::support_types::SupportTypeEntry;
use crate::vocabulary::{AgreementStatus, SupportType};
use crate::{AgreementId, SupporterId};

/// What follows if one person falls away. The map itself does not change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absence {
    /// Who.
    pub supporter: SupporterId,
    /// Every type for which they could be asked, in the order of the types.
    pub supports: Vec<Consequence>,
    /// The groups their own group falls apart into: two or more, or none if it holds together.
    pub groups: Vec<Vec<SupporterId>>,
    /// Agreements with them that were still to come (`planned`, `asked`, `accepted`), in order of id.
    pub agreements: Vec<AgreementId>,
}

/// What becomes of one type of support.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consequence {
    /// Which type.
    pub support_type: SupportType,
    /// How much of it is needed; `None` is unanswered.
    pub need: Option<Level>,
    /// What it is now.
    pub before: CoverageState,
    /// What it would be.
    pub after: CoverageState,
    /// Who could still be asked, in order of id.
    pub left: Vec<SupporterId>,
}

/// What follows if this supporter falls away; none if they are not on the map.
#[must_use]
pub fn absence(whole: &WholeMap, types: &[SupportTypeEntry], gone: SupporterId) -> Option<Absence> {
    whole.supporters.iter().find(|supporter| supporter.id == gone)?;
    let supports = coverage(whole, types).into_iter().filter(|of| of.available.contains(&gone)).map(|of| {
        let left: Vec<_> = of.available.into_iter().filter(|id| *id != gone).collect();
        let after = state(of.need, left.len());
        Consequence { support_type: of.support_type, need: of.need, before: of.state, after, left }
    });
    let open = whole.agreements.iter().filter(|agreement| is_open(agreement.status));
    Some(Absence {
        supporter: gone,
        supports: supports.collect(),
        groups: falls_apart(whole, gone),
        agreements: open.filter(|open| open.supporter_id == Some(gone)).map(|open| open.id).collect(),
    })
}

/// Whether there is still something to come of the agreement.
fn is_open(status: AgreementStatus) -> bool {
    use AgreementStatus::{Accepted, Asked, Declined, Done, Planned, Thanked};
    match status {
        Planned | Asked | Accepted => true,
        Declined | Done | Thanked => false,
    }
}

fn falls_apart(whole: &WholeMap, gone: SupporterId) -> Vec<Vec<SupporterId>> {
    let own = groups(whole).into_iter().find(|group| group.contains(&gone)).unwrap_or_default();
    let rest = groups::without(whole, Some(gone)).into_iter();
    let pieces: Vec<_> = rest.filter(|group| group.iter().any(|id| own.contains(id))).collect();
    if pieces.len() > 1 { pieces } else { Vec::new() }
}
