use super::coverage::state;
use super::{CoverageState, coverage, groups};
use crate::maps::WholeMap;
use crate::needs::Level;
use crate::support_types::SupportTypeEntry;
use crate::vocabulary::{AgreementStatus, SupportType};
use crate::{AgreementId, SupporterId};

/// The consequences if one supporter is no longer available. The map itself does not change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absence {
    /// The absent supporter.
    pub supporter: SupporterId,
    /// The consequence for every type of support they are available for, in the order of the types.
    pub supports: Vec<Consequence>,
    /// The groups into which their own group splits: two or more, or empty if it stays connected.
    pub groups: Vec<Vec<SupporterId>>,
    /// Open agreements with them (`planned`, `asked`, `accepted`), ordered by id.
    pub agreements: Vec<AgreementId>,
}

/// The consequence for one type of support.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consequence {
    /// The type of support.
    pub support_type: SupportType,
    /// The need for it; `None` is unanswered.
    pub need: Option<Level>,
    /// The coverage with the supporter.
    pub before: CoverageState,
    /// The coverage without the supporter.
    pub after: CoverageState,
    /// The other available supporters, ordered by id.
    pub left: Vec<SupporterId>,
}

/// Computes the consequences of the absence of a supporter; `None` if they are not on the map.
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

/// Whether the agreement is still open.
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
